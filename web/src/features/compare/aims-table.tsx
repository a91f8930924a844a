import { Link } from '@tanstack/react-router';
import { IconArrowDown, IconArrowUp, IconEqual } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ComparedAim, SideBySide } from '../../api/plan-comparison';
import { said } from '../../parts/search-params';
import classes from './aims-table.module.css';
import { letterOf } from './changes-shown';

const route = getRouteApi('/terms/$term/compare');

/** All aims side by side: which plan serves each better, in words; the numbers for whoever wants them. */
export function AimsTable({ sides, isWithNumbers }: { sides: SideBySide; isWithNumbers: boolean }) {
  const search = route.useSearch();
  const { plans, aims, verdict } = sides;
  return (
    <>
      <div className={classes.verdict}>
        <p>{verdict}</p>
        <Link
          data-unprinted
          to="."
          search={said({ ...search, numbers: isWithNumbers ? undefined : ('shown' as const) })}
          replace
          resetScroll={false}
        >
          {isWithNumbers ? 'Hide the numbers' : 'Show the numbers'}
        </Link>
      </div>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="The aims of each plan">
        <table className={classes.aims}>
          <thead>
            <tr>
              <th scope="col">Aim</th>
              {plans.map(({ id, name, covered, reviews }, index) => (
                <th key={id} scope="col">
                  <b>{letterOf(index)}</b>
                  <span>{name}</span>
                  <span>
                    {covered} of {reviews} have a lead
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {aims.map(({ aim, name, title, values }) => (
              <tr key={aim}>
                <th scope="row">
                  <b>{name}</b>
                  <span>{title}</span>
                </th>
                {values.map((value, index) => (
                  <td key={plans[index]?.id ?? index} data-label={letterOf(index)}>
                    <Value value={value} isWithNumbers={isWithNumbers} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Value({
  value: { against, words, value },
  isWithNumbers,
}: {
  value: ComparedAim['values'][number];
  isWithNumbers: boolean;
}) {
  return (
    <div className={classes.value}>
      {against === 'BETTER' && (
        <span className={classes.better}>
          <IconArrowUp size={14} aria-hidden /> Better
        </span>
      )}
      {against === 'WORSE' && (
        <span className={classes.worse}>
          <IconArrowDown size={14} aria-hidden /> Worse
        </span>
      )}
      {against === 'ALIKE' ? (
        <span className={classes.alike}>
          <IconEqual size={14} aria-hidden /> Alike
        </span>
      ) : (
        <span>{words}</span>
      )}
      {isWithNumbers && <span className={classes.number}>{value.toLocaleString('en-GB')}</span>}
    </div>
  );
}
