import type { CoverageFigures } from '../../api/coverage';
import classes from './stage-bar.module.css';
import { stagesOf } from './stages';

/** How far reviews have come, as shares of all that are due. The numbers stand beside it as text. */
export function StageBar({ figures, tall = false }: { figures: CoverageFigures; tall?: boolean }) {
  const parts = stagesOf(figures).filter(({ count }) => count > 0);
  if (parts.length === 0) return null;
  return (
    <div className={tall ? classes.tall : classes.bar} aria-hidden>
      {parts.map(({ stage, name, count }) => (
        <i
          key={stage}
          data-stage={stage}
          className={classes.part}
          style={{ flexGrow: count }}
          title={`${String(count)} ${name.toLowerCase()}`}
        >
          {tall && <span>{count}</span>}
        </i>
      ))}
    </div>
  );
}

/** What each part of the bars stands for. */
export function StageLegend() {
  return (
    <ul className={classes.legend} aria-hidden>
      {stagesOf(null).map(({ stage, name }) => (
        <li key={stage}>
          <i data-stage={stage} className={classes.swatch} /> {name}
        </li>
      ))}
    </ul>
  );
}
