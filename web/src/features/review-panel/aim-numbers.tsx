import type { components } from '../../api/schema';
import classes from './aim-numbers.module.css';

type Price = components['schemas']['PlanPrice'];

const TITLES: Readonly<Record<Price['aims'][number]['aim'], string>> = {
  coverage: 'Coverage, weighed by priority',
  changes: 'Published leads and dates that change',
  shadowing: 'People who get a shadow seat',
  commitment: 'Reviews short of the term’s targets',
  balance: 'Evenness of load, in points',
  fit: 'How leads, dates and schools suit, in points',
  company: 'How assurers and shadows suit, in points',
};

export interface AimNumbersProps {
  readonly price: Price;
  /** What the second column of numbers is. */
  readonly alternative: string;
  readonly caption: string;
}

/** The numbers behind a price, aim by aim in their order. */
export function AimNumbers({ price, alternative, caption }: AimNumbersProps) {
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes.table}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Aim, the weightiest first</th>
            <th scope="col">This plan</th>
            <th scope="col">{alternative}</th>
            <th scope="col">Served</th>
          </tr>
        </thead>
        <tbody>
          {price.aims.map(({ aim, given, alternative: then, loss }) => (
            <tr key={aim}>
              <th scope="row">{TITLES[aim]}</th>
              <td>{given.toLocaleString('en-GB')}</td>
              <td>{then.toLocaleString('en-GB')}</td>
              <td>{loss === 0 ? 'as well' : loss > 0 ? 'worse' : 'better'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
