import { Go } from '../../parts/go';
import { Page } from '../../parts/page';
import classes from './reports.module.css';

const reports = [
  {
    to: '/reports/termly',
    title: 'Termly report',
    about: 'A term on two pages to take into a meeting: in short, with a picture of each report.',
  },
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
    to: '/reports/coverage',
    title: 'Coverage',
    about: 'Which reviews have a lead, are accepted and are done, and which schools are left.',
  },
  {
    to: '/reports/fairness',
    title: 'Fairness',
    about: 'How evenly reviews, travel and awkward weeks are spread over people, term by term.',
  },
  {
    to: '/reports/fees',
    title: 'Fees and costs',
    about: 'What reviews cost, done and ahead, and what goes to payroll.',
  },
  {
    to: '/reports/gates',
    title: 'Contracts and checks',
    about: 'Contracts, DBS checks, training and acknowledgements that booked reviews outlast.',
  },
  {
    to: '/reports/what-if',
    title: 'What if',
    about: 'Somebody leaves, two join, a school moves: what it does to coverage and commitments.',
  },
  {
    to: '/reports/balance',
    title: 'Supply and demand',
    about: 'Where Lead Reviewers are short by region and specialism, and what one more would add.',
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
