import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { schoolCalendarsQuery } from '../../api/calendar';
import { type AuditEntry, settingChangesQuery } from '../../api/settings';
import { Card } from '../../parts/card';
import go from '../../parts/go.module.css';
import { instantInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { said } from '../../parts/search-params';
import { Empty } from '../../parts/states';
import { spacedSubject } from './subject-words';
import classes from './settings.module.css';

const route = getRouteApi('/settings');

const subjects = [
  { about: 'setting', title: 'Rules, fees and policies' },
  { about: 'term,academic_year', title: 'Years and terms' },
  { about: 'training_day', title: 'Training days' },
  { about: 'school_calendar', title: 'School calendars' },
  { about: 'import', title: 'Imports' },
  { about: 'payroll', title: 'Payroll' },
] as const;

const all = subjects.map(({ about }) => about).join(',');

/** Who changed dates and settings, when, and why; the newest first. */
export function ChangesPart() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const about = subjects.find((each) => each.about === search.about)?.about;
  const cursor = search.before === undefined ? undefined : Number(search.before) || undefined;
  return (
    <Card title="Who changed what" aside="The newest first" flush>
      <div className={classes.filter}>
        <NativeSelect
          label="About"
          value={about ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              to: '/settings',
              search: said({
                part: 'changes' as const,
                about: value === '' ? undefined : value,
              }),
              replace: true,
              resetScroll: false,
            })
          }
        >
          <option value="">All of these</option>
          {subjects.map((each) => (
            <option key={each.about} value={each.about}>
              {each.title}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Loaded query={settingChangesQuery(about ?? all, cursor)} what="the changes">
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title="Nothing was changed yet">
              Every change of dates, rules and policies is listed here with its author and reason.
            </Empty>
          ) : (
            <>
              <ul>
                {items.map((entry) => (
                  <EntryLine key={entry.id} entry={entry} />
                ))}
              </ul>
              <nav className={classes.pager} aria-label="Pages of changes">
                {cursor !== undefined && (
                  <Link
                    className={go.link}
                    to="/settings"
                    search={said({ ...search, before: undefined }) as typeof search}
                  >
                    The newest
                  </Link>
                )}
                {next !== null && (
                  <Link
                    className={go.link}
                    to="/settings"
                    search={{ ...search, before: String(next) }}
                  >
                    Earlier ones
                  </Link>
                )}
              </nav>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

/** What the API says where there was nothing. */
const NOTHING = '–';

/** So many fields are shown at once. */
const FEW = 6;

function EntryLine({ entry }: { entry: AuditEntry }) {
  const { action, subject, subjectId, actor, recordedAt, reason, changes } = entry;
  const { data: calendars } = useQuery(schoolCalendarsQuery);
  const calendar = calendars?.items.find(({ id }) => id === subjectId)?.name;
  const about =
    (subject === 'school_calendar' ? calendar : undefined) ?? spacedSubject(subject, subjectId);
  const [first, rest] = [changes.slice(0, FEW), changes.slice(FEW)];
  return (
    <li className={classes.entry}>
      <div>
        <p>
          <b>
            {action.charAt(0).toUpperCase() + action.slice(1)}: {about}
          </b>
        </p>
        {reason !== null && <p>{reason}</p>}
        <p className={classes.quiet}>
          {actor}, {instantInWords(recordedAt)}
        </p>
        {subject === 'setting' && (
          <Link
            className={go.link}
            to="/settings"
            search={{
              part: subjectId === 'policies' ? ('policies' as const) : ('rules' as const),
              history: subjectId,
            }}
            hash={subjectId}
          >
            Earlier values
            <span className="sr"> of {about}</span>
          </Link>
        )}
      </div>
      <div>
        {subject === 'import' ? (
          <Link className={go.link} to="/imports/$import" params={{ import: subjectId }}>
            See what it changed
          </Link>
        ) : (
          <Values changes={first} />
        )}
        {subject !== 'import' && rest.length > 0 && (
          <details className={classes.more}>
            <summary>
              {rest.length} more {rest.length === 1 ? 'field' : 'fields'}
            </summary>
            <Values changes={rest} />
          </details>
        )}
      </div>
    </li>
  );
}

function Values({ changes }: { changes: AuditEntry['changes'] }) {
  return (
    <dl className={classes.changed}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before !== NOTHING && (
              <>
                {before} <span aria-hidden>→</span>
                <span className="sr"> became </span>{' '}
              </>
            )}
            <b>{after}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
