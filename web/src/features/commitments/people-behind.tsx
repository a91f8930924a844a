import { getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  type CommitmentRow,
  commitmentsQuery,
  type CommitmentsReport,
} from '../../api/commitments';
import { BehindDialog } from '../../parts/behind-dialog';
import { said } from '../../parts/search-params';
import type { PeopleFigureName } from './people-figure';
import { NO_FIGURE, shownOf } from './shown';

const route = getRouteApi('/reports/commitments');

/** The people behind the figure that the address names, each with their part of it. */
export function PeopleBehind() {
  const search = route.useSearch();
  const { people, who, academicYear, asAt, knownAt } = search;
  const navigate = useNavigate({ from: '/reports/commitments' });
  return (
    <BehindDialog
      what="people"
      query={people === undefined ? null : commitmentsQuery(shownOf(search))}
      told={(report) => {
        const figure = people ?? 'minimum';
        const items = report.rows
          .filter(({ lead }) => who === undefined || lead === who)
          .flatMap((row) => {
            const words = partOf(row, figure);
            return words === null ? [] : [{ row, words }];
          });
        const count = items.length === 1 ? '1 person' : `${String(items.length)} people`;
        return {
          title: `${count}: ${nameOf(report, figure)}`,
          items: items.map(({ row: { lead, name }, words }) => ({
            key: lead,
            name,
            target: {
              to: '/reports/commitments/leads/$lead',
              params: { lead },
              search: said({ academicYear, asAt, knownAt }),
            },
            words: `${words}.`,
          })),
        };
      }}
      onClose={() =>
        void navigate({
          search: (before) => said({ ...before, ...NO_FIGURE }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

/** A person’s part of a figure, in words; null: none. */
function partOf(row: CommitmentRow, figure: PeopleFigureName): string | null {
  const { figures, causes, causesInWords, standing, minimumWords } = row;
  const minimum = `minimum ${String(figures.minimum)}: ${minimumWords}`;
  switch (figure) {
    case 'minimum':
      return figures.minimum === 0 ? null : `M${minimum.slice(1)}`;
    case 'shortfall':
      return figures.shortfall === 0 ? null : `${String(figures.shortfall)}: ${causesInWords}`;
    default:
      if (figure !== standing) return causes.find(({ cause }) => cause === figure)?.words ?? null;
      return `${String(figures.led)} led, ${String(figures.confirmedAhead)} accepted, ${String(figures.awaitingAnswer)} waiting, ${String(figures.shortfall)} to place; ${minimum}`;
  }
}

function nameOf({ summary }: CommitmentsReport, figure: PeopleFigureName): string {
  const { figures, causes, standings } = summary;
  switch (figure) {
    case 'minimum':
      return `minimum of ${String(figures.minimum)} in all`;
    case 'shortfall':
      return `${String(figures.shortfall)} to place in all`;
    default: {
      const cause = causes.find((each) => each.cause === figure);
      if (cause !== undefined) return `${cause.words} in all`;
      return standings.find(({ standing }) => standing === figure)?.group.toLowerCase() ?? '';
    }
  }
}
