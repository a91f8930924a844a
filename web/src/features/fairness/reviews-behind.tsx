import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { carriedReviewsQuery, fairnessQuery } from '../../api/fairness';
import { BehindDialog } from '../../parts/behind-dialog';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import { NO_FIGURE, shownOf } from './shown';

const route = getRouteApi('/reports/fairness');

/** The reviews behind the figure that the address names, each with what it asks of the person; or the people. */
export function ReviewsBehind() {
  const search = route.useSearch();
  const { figure, who, kind, academicYear, asAt, knownAt } = search;
  const navigate = useNavigate({ from: '/reports/fairness' });
  const onClose = () =>
    void navigate({
      search: (before) => said({ ...before, ...NO_FIGURE }),
      replace: true,
      resetScroll: false,
    });
  if (figure === 'within') {
    return (
      <BehindDialog
        what="people"
        query={fairnessQuery(shownOf(search))}
        told={({ headline, people }) => ({
          title: headline,
          items: people
            .filter(({ side }) => side === 'WITHIN')
            .map(({ lead, name, load, share }) => ({
              key: lead,
              name,
              target: {
                to: '/reports/commitments/leads/$lead',
                params: { lead },
                search: said({ academicYear, asAt, knownAt }),
              },
              words: `Carries ${String(load)}, fair share ${String(share)}.`,
            })),
        })}
        onClose={onClose}
      />
    );
  }
  const query = { ...shownOf(search), ...said({ lead: who, kind }) };
  return (
    <BehindDialog
      query={figure === undefined ? null : carriedReviewsQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        items: items.map((item) => ({
          key: `${item.review} ${item.lead} ${item.when}`,
          name: item.school,
          target: schoolTarget(item.urn),
          words: `${item.name}. ${item.when}. ${item.outcomeWords}.`,
          notes: item.notes,
        })),
      })}
      onClose={onClose}
    />
  );
}
