import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import {
  type ChangedPerson,
  type Scenario,
  whatIfFile,
  type WhatIfResult,
} from '../../api/what-if';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { FileButtons } from '../../parts/file-buttons';
import { Go } from '../../parts/go';
import { oneOf, said } from '../../parts/search-params';
import { Tag } from '../../parts/tag';
import { FigureLink } from './figure-link';
import { changeTones, changeWords, filterWords, PEOPLE_FILTERS, shownPeople } from './shown-people';
import classes from './what-if.module.css';

const route = getRouteApi('/reports/what-if/$scenario');

/** Whoever fares otherwise, with the reviews that they lead without the changes and with them. */
export function PeopleCard({ scenario, result }: { scenario: Scenario; result: WhatIfResult }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = shownPeople(result.people, search.people);
  return (
    <Card
      title={<span id="people">People</span>}
      aside={`${shown.length} of ${result.people.length} who fare otherwise or are short`}
      flush
    >
      <div className={classes.bars}>
        <NativeSelect
          label="Who"
          value={search.people ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const people = oneOf(value, PEOPLE_FILTERS);
            void navigate({
              search: said({ ...search, people }),
              replace: true,
              resetScroll: false,
            });
            const count = shownPeople(result.people, people).length;
            announce(`${count} of ${result.people.length} people shown.`);
          }}
          data={[
            { value: '', label: 'Commitment changes, leaves or joins' },
            ...PEOPLE_FILTERS.map((value) => ({ value, label: filterWords[value] })),
          ]}
        />
        {result.people.length > 0 && (
          <FileButtons
            file={(form) =>
              whatIfFile(
                scenario.id,
                form,
                'people',
                said({ asAt: search.asAt, knownAt: search.knownAt }),
              )
            }
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.none}>
          {result.people.length === 0
            ? 'Nobody fares otherwise.'
            : 'Nobody is like that. Others may be: choose everybody.'}
        </p>
      ) : (
        <Figures
          caption="People and their reviews without the changes and with them"
          head={['Lead Reviewer', 'What changes', 'Leads', 'Short', 'In words']}
          words={['What changes', 'Leads', 'Short', 'In words']}
          rows={shown.map((person) => ({ key: person.lead, cells: cellsOf(person) }))}
        />
      )}
    </Card>
  );
}

function cellsOf(person: ChangedPerson) {
  const { lead, name, isOnRegister, change, ledBefore, ledAfter, words } = person;
  const { shortBefore, shortAfter } = person;
  return [
    isOnRegister ? (
      <Go key="name" target={{ to: '/reports/commitments/leads/$lead', params: { lead } }}>
        {name}
      </Go>
    ) : (
      name
    ),
    <Tag key="change" tone={changeTones[change]}>
      {changeWords[change]}
    </Tag>,
    <span key="leads" className={classes.pairOf}>
      <FigureLink
        count={ledBefore}
        about={`reviews that ${name} leads without the changes`}
        opens={{ figure: 'COVERED_BEFORE', who: lead }}
      />
      <span aria-hidden> → </span>
      <FigureLink
        count={ledAfter}
        about={`reviews that ${name} leads with the changes`}
        opens={{ figure: 'COVERED_AFTER', who: lead }}
      />
    </span>,
    <span key="short" className={classes.pairOf}>
      <FigureLink
        count={shortBefore}
        about={`short without the changes, ${name}: show what they lead`}
        opens={{ figure: 'COVERED_BEFORE', who: lead }}
      />
      <span aria-hidden> → </span>
      <FigureLink
        count={shortAfter}
        about={`short with the changes, ${name}: show what they lead`}
        opens={{ figure: 'COVERED_AFTER', who: lead }}
      />
    </span>,
    words,
  ];
}
