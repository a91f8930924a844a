import { getRouteApi, Link } from '@tanstack/react-router';
import type { GroupRow, PreflightView, TimeRow } from '../../api/preflight';
import { announce } from '../../parts/announcer';
import { AsTable } from '../../parts/as-table';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { GroupPicture } from './group-picture';
import { type Cut, cuts, standingWords } from './cuts';
import classes from './supply-card.module.css';
import { TimePicture } from './time-picture';

const route = getRouteApi('/terms/$term/preflight');
const title = 'Supply against demand';

/** How each week, window, region, phase and specialism stands; the address says which, and whether as a picture or a table. */
export function SupplyCard({ found, term }: { found: PreflightView; term: string }) {
  const { by = 'weeks', supply: look, week } = route.useSearch();
  const isTable = look === 'table';
  return (
    <div id="supply">
      <Card title={title} end={<AsTable field="supply" isTable={isTable} what={title} />} flush>
        <nav className={classes.cuts} aria-label="Supply against demand by">
          {(Object.keys(cuts) as Cut[]).map((cut) => (
            <Link
              key={cut}
              from="/terms/$term/preflight"
              to="."
              search={(before) => ({ ...before, by: cut })}
              replace
              resetScroll={false}
              aria-current={cut === by ? 'true' : undefined}
              onClick={() => announce(`${title} by ${cuts[cut].words}`)}
            >
              {cuts[cut].label}
            </Link>
          ))}
        </nav>
        <Chosen found={found} by={by} isTable={isTable} week={week} term={term} />
      </Card>
    </div>
  );
}

interface ChosenProps {
  readonly found: PreflightView;
  readonly by: Cut;
  readonly isTable: boolean;
  readonly week: string | undefined;
  readonly term: string;
}

function Chosen({ found, by, isTable, week, term }: ChosenProps) {
  switch (by) {
    case 'weeks':
    case 'windows': {
      const rows = by === 'weeks' ? found.weeks : found.slots;
      return isTable ? (
        <TimeTable rows={rows} by={by} week={week} />
      ) : (
        <TimePicture rows={rows} week={week} term={term} />
      );
    }
    case 'regions':
    case 'phases':
    case 'needs':
      return isTable ? (
        <GroupTable rows={found[by]} by={by} />
      ) : (
        <GroupPicture rows={found[by]} isNeeds={by === 'needs'} />
      );
  }
}

function TimeTable({
  rows,
  by,
  week,
}: {
  rows: readonly TimeRow[];
  by: Cut;
  week: string | undefined;
}) {
  return (
    <Figures
      caption={`${title}, by ${cuts[by].words}`}
      head={[
        cuts[by].one,
        'Schools that accept it',
        'Reviews somebody could lead',
        'Only then',
        'If spread evenly',
        'People',
        'At most led',
        'Standing',
      ]}
      marked={week === undefined ? [] : [week]}
      rows={rows.map((row) => ({
        key: by === 'weeks' ? row.week : row.name,
        cells: [
          row.name,
          row.accepted,
          row.possible,
          row.onlyHere.length,
          row.evenShare,
          row.people,
          row.most,
          'closed' in row && row.closed !== null ? 'Closed' : standingWords[row.standing],
        ],
      }))}
    />
  );
}

function GroupTable({ rows, by }: { rows: readonly GroupRow[]; by: Cut }) {
  return (
    <Figures
      caption={`${title}, by ${cuts[by].words}`}
      head={[
        cuts[by].one,
        'Reviews',
        'Somebody could lead',
        'People',
        'Seats they could take',
        'At most led',
        'In a shortage',
        'Standing',
      ]}
      rows={rows.map((row) => ({
        key: row.code,
        cells: [
          row.name === row.code ? row.name : `${row.name} (${row.code})`,
          row.reviews,
          row.possible,
          row.people,
          row.seats,
          row.most,
          row.inShortages,
          standingWords[row.standing],
        ],
      }))}
    />
  );
}
