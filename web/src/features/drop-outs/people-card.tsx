import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DropOutLine, DropOuts } from '../../api/drop-outs';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import classes from './drop-outs.module.css';
import { countsByRisk, type DropOutsSearch, riskWords, shownPeople } from './fates';
import { PeopleTable } from './people-table';
import { FateMark } from './review-marks';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs');

export interface PeopleCardProps {
  readonly found: DropOuts;
  readonly seated: readonly DropOutLine[];
}

/** Everybody with a seat, those without whom most is lost first; the address says who is shown. */
export function PeopleCard({ found, seated }: PeopleCardProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { chosen, shown } = shownPeople(seated, search);
  const go = (changes: DropOutsSearch) => {
    const next = said({ ...search, ...changes });
    void navigate({ search: next, replace: true, resetScroll: false });
    const count = shownPeople(seated, next).chosen.length;
    announce(count === 1 ? '1 person.' : `${String(count)} people.`);
  };
  return (
    <Card
      title="What is lost without each person"
      aside={
        found.state === 'DONE'
          ? `${peopleIn(seated.length)} with a seat, most lost first`
          : `${peopleIn(seated.length)} so far, most lost first`
      }
      flush
    >
      <div className={classes.filters}>
        <Risks people={seated} search={search} />
        <TextInput
          label="Name contains"
          value={search.find ?? ''}
          maxLength={100}
          onChange={({ currentTarget: { value } }) =>
            go({ find: value === '' ? undefined : value })
          }
        />
      </div>
      {shown.length === 0 ? (
        <div className={classes.nobody}>
          <p>Nobody is like that.</p>
          <Button onClick={() => go({ risk: undefined, find: undefined, list: undefined })}>
            Show everybody
          </Button>
        </div>
      ) : (
        <PeopleTable people={shown} />
      )}
      {shown.length < chosen.length && (
        <p className={classes.more}>
          <Link to="." search={{ ...search, list: 'all' }} resetScroll={false} data-unprinted>
            Show all {chosen.length}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** How many people there are of each risk; each shows only those. The marks are those of the table. */
function Risks({ people, search }: { people: readonly DropOutLine[]; search: DropOutsSearch }) {
  const kinds = [['ALL', people.length] as const, ...countsByRisk(people)];
  return (
    <nav aria-label="Who is shown" className={classes.risks}>
      <ul>
        {kinds.map(([kind, count]) => {
          const risk = kind === 'ALL' ? undefined : kind;
          const isChosen = search.risk === risk;
          return (
            <li key={kind}>
              <Link
                to="."
                search={said({ ...search, risk, list: undefined })}
                replace
                resetScroll={false}
                aria-current={isChosen}
                data-chosen={isChosen || undefined}
                onClick={() => announce(peopleIn(count))}
              >
                {risk !== undefined && risk !== 'NONE' && <FateMark fate={risk} />}
                <b>{count}</b> {risk === undefined ? 'with a seat' : riskWords[risk]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function peopleIn(count: number): string {
  return count === 1 ? '1 person' : `${String(count)} people`;
}
