import type { TermlyPicture } from '../../api/termly';
import classes from './bars.module.css';
import { inUnit, shownParts, totalOf } from './picture-words';

/** Bars of one picture, all on one scale; the same numbers stand in a table for who does not see them. */
export function Bars({ picture }: { picture: TermlyPicture }) {
  const { title, unit, rows } = picture;
  const parts = shownParts(picture);
  const most = Math.max(1, ...rows.map(({ values }) => totalOf(values)));
  if (parts.length === 0) return <p>{title}: none.</p>;
  return (
    <figure className={classes.figure}>
      <figcaption>{title}</figcaption>
      <div className={classes.rows} aria-hidden>
        {rows.map(({ name, values }) => (
          <div key={name} className={classes.row}>
            {rows.length > 1 && <span className={classes.name}>{name}</span>}
            <span className={classes.track}>
              <span
                className={classes.bar}
                style={{ width: `${String((100 * totalOf(values)) / most)}%` }}
              >
                {parts
                  .map((part) => ({ ...part, value: values[part.index] ?? 0 }))
                  .filter(({ value }) => value > 0)
                  .map(({ name: partName, tone, value }) => (
                    <i key={partName} data-tone={tone} style={{ flexGrow: value }}>
                      {/* All of a bar is told beside it. */}
                      {value < totalOf(values) && <span>{inUnit(value, unit, 'short')}</span>}
                    </i>
                  ))}
              </span>
            </span>
            <b className={classes.total}>{inUnit(totalOf(values), unit, 'short')}</b>
          </div>
        ))}
      </div>
      {picture.parts.length > 1 && (
        <ul className={classes.legend} aria-hidden>
          {parts.map(({ name, tone, index }) => (
            <li key={name}>
              <i data-tone={tone} /> {name}
              {rows.length === 1 && <b> {inUnit(rows[0]?.values[index] ?? 0, unit, 'short')}</b>}
            </li>
          ))}
        </ul>
      )}
      <div className="sr">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <td />
              {parts.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {parts.map((part) => (
                  <td key={part.name}>{inUnit(values[part.index] ?? 0, unit, 'exact')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
