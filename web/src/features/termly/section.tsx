import type { TermlySection } from '../../api/termly';
import { Go } from '../../parts/go';
import { Bars } from './bars';
import classes from './termly.module.css';

/** A report in short: its pictures, what else there is to say, and the way to all of it. */
export function Section({ section }: { section: TermlySection }) {
  const { key, title, more, path, search, pictures } = section;
  return (
    <section aria-labelledby={key} className={classes.section}>
      <h2 id={key}>
        <Go target={{ to: path, params: {}, search }}>{title}</Go>
      </h2>
      {pictures.map((picture) => (
        <Bars key={picture.title} picture={picture} />
      ))}
      {more.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {pictures.length === 0 && <p>{section.sentence}</p>}
    </section>
  );
}
