import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../parts/page';
import { CalendarsPart } from './calendars-part';
import { ChangesPart } from './changes-part';
import { ColumnsPart } from './columns-part';
import { DatesPart } from './dates-part';
import { PoliciesPart } from './policies-part';
import { RulesPart } from './rules-part';
import classes from './settings.module.css';

const route = getRouteApi('/settings');

const parts = [
  { part: undefined, title: 'Years and terms' },
  { part: 'calendars', title: 'School calendars' },
  { part: 'rules', title: 'Rules and fees' },
  { part: 'policies', title: 'Policies' },
  { part: 'columns', title: 'Column headings' },
  { part: 'changes', title: 'Who changed what' },
] as const;

/** What the programme has agreed: dates, rules, weights, and who changed them. */
export function Settings() {
  const { part } = route.useSearch();
  return (
    <Page
      title="Settings"
      lead="What the programme has agreed. Each change keeps what held before, says who made it and why, and can be put back."
    >
      <nav className={classes.parts} aria-label="Parts of the settings">
        {parts.map((each) => (
          <Link
            key={each.title}
            to="/settings"
            search={each.part === undefined ? {} : { part: each.part }}
            className={classes.part}
            activeOptions={{ exact: true, includeSearch: true }}
            {...(each.part === part ? { 'aria-current': 'page' as const } : {})}
          >
            {each.title}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>
        {part === undefined && <DatesPart />}
        {part === 'calendars' && <CalendarsPart />}
        {part === 'rules' && <RulesPart />}
        {part === 'policies' && <PoliciesPart />}
        {part === 'columns' && <ColumnsPart />}
        {part === 'changes' && <ChangesPart />}
      </div>
    </Page>
  );
}
