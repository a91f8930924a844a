import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { coveredReviewsQuery, memberSchoolsQuery } from '../../api/coverage';
import { BehindDialog } from '../../parts/behind-dialog';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import { NO_FIGURE, shownOf } from './shown';

const route = getRouteApi('/reports/coverage');

/** The reviews, or the schools, behind the figure that the address names. */
export function ReviewsBehind() {
  const search = route.useSearch();
  const { figure, group, span, causedBy, change } = search;
  const navigate = useNavigate({ from: '/reports/coverage' });
  const onClose = () =>
    void navigate({
      search: (before) => said({ ...before, ...NO_FIGURE }),
      replace: true,
      resetScroll: false,
    });
  if (figure === 'members') {
    return (
      <BehindDialog
        what="schools"
        query={memberSchoolsQuery({ ...shownOf(search), ...said({ group }) })}
        told={({ title, items }) => ({
          title,
          items: items.map(({ urn, school, region, phase, term, stageWords }) => ({
            key: urn,
            name: school,
            target: schoolTarget(urn),
            words: `${region}, ${phase}. ${stageWords}${term === null ? '' : `, ${term}`}.`,
          })),
        })}
        onClose={onClose}
      />
    );
  }
  const query = { ...shownOf(search), ...said({ group, span, causedBy, change }) };
  return (
    <BehindDialog
      query={figure === undefined ? null : coveredReviewsQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        items: items.map((item, place) => ({
          key: `${item.review} ${String(place)}`,
          name: item.school,
          target: schoolTarget(item.urn),
          words: `${item.when}. ${item.stageWords}. ${item.region}${item.term === null ? '' : `, ${item.term}`}.`,
          notes: item.notes,
        })),
      })}
      onClose={onClose}
    />
  );
}
