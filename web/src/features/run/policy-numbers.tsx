import { Fragment } from 'react';
import type { PolicyChoice } from '../../api/runs';
import classes from './policy-numbers.module.css';

const units = { points: '', km: ' km', times: ' times' } as const;

/** Every number of every policy, side by side. */
export function PolicyNumbers({
  policies,
  chosen,
}: {
  policies: readonly PolicyChoice[];
  chosen: string;
}) {
  const groups = policies[0]?.groups ?? [];
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Numbers of the policies">
      <table className={classes.numbers}>
        <caption>Points, the fewer the better, unless another unit is named</caption>
        <thead>
          <tr>
            <th scope="col">What counts</th>
            {policies.map(({ name }) => (
              <th key={name} scope="col" data-chosen={name === chosen}>
                {name}
                {name === chosen && <span className="sr"> (chosen)</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ title, numbers }, group) => (
            <Fragment key={title}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={policies.length + 1}>
                  {title}
                </th>
              </tr>
              {numbers.map((number, row) => (
                <tr key={number.title}>
                  <th scope="row">{number.title}</th>
                  {policies.map((policy) => (
                    <td key={policy.name} data-chosen={policy.name === chosen}>
                      {policy.groups[group]?.numbers[row]?.value.toLocaleString('en-GB')}
                      {units[number.unit]}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
