import { Go } from '../../parts/go';
import { Page } from '../../parts/page';
import classes from './reports.module.css';

const reports = [
  {
    to: '/reports/commitments',
    title: 'Commitments',
    about: 'Who is on track for their minimum, who is not, and why.',
  },
  {
    to: '/reports/forecast',
    title: 'Forecast',
    about: 'Who can still reach their minimum this year, and what limits those who cannot.',
  },
  {
    to: '/reports/what-if',
    title: 'What if',
    about: 'Somebody leaves, two join, a school moves: what it does to coverage and commitments.',
  },
] as const;

/** What can be asked of a year, each report a page. */
export function Reports() {
  return (
    <Page title="Reports" lead="Figures for meetings, each traced to the reviews behind it.">
      <ul className={classes.list}>
        {reports.map(({ to, title, about }) => (
          <li key={to} className={classes.report}>
            <h2>
              <Go target={{ to, params: {} }}>{title}</Go>
            </h2>
            <p>{about}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
