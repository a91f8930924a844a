import { getRouteApi, Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconCheck, IconMinus, IconStarFilled } from '@tabler/icons-react';
import type { RegionTile, TermHomeView } from '../../api/term-home';
import { AsTable } from '../../parts/as-table';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { preflightTarget, type Target, unplacedTarget } from '../../parts/term-links';
import { placedTiles } from './region-places';
import classes from './regions-card.module.css';

const route = getRouteApi('/terms/$term');

/** How each region is served by the newest plan, laid out as they lie. */
export function RegionsCard({ home }: { home: TermHomeView }) {
  const { regions: look } = route.useSearch();
  const isTable = look === 'table';
  return (
    <Card
      title="Reviews with a lead"
      end={<AsTable field="regions" isTable={isTable} what="Reviews with a lead" />}
      flush
    >
      {isTable ? <RegionTable home={home} /> : <Tiles home={home} />}
    </Card>
  );
}

function Tiles({ home }: { home: TermHomeView }) {
  const { regions, plan, term } = home;
  const led = regions.reduce((sum, { withLead }) => sum + (withLead ?? 0), 0);
  const due = regions.reduce((sum, { reviews }) => sum + reviews, 0);
  return (
    <div className={classes.map}>
      <p className={classes.whole}>
        {plan === null ? <b>{due}</b> : <b>{led}</b>}
        {plan === null ? ' due' : ` of ${due}`}
        <span>England</span>
      </p>
      <ul className={classes.key} aria-hidden>
        <li>
          <IconStarFilled size={12} className={classes.star} /> Priority region
        </li>
        <li>
          <IconAlertTriangle size={12} /> Needs a lead
        </li>
        <li>
          <IconCheck size={12} /> All have a lead
        </li>
      </ul>
      <ul className={classes.tiles}>
        {placedTiles(regions).map(({ tile, area }) => (
          <li key={tile.region} style={area === undefined ? {} : { gridArea: area }}>
            <Tile tile={tile} target={targetOf(tile, home, term.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Those without a lead where some are, else how the regions stand. */
function targetOf({ region, standing }: RegionTile, { plan }: TermHomeView, term: string): Target {
  return plan !== null && (standing === 'SOME' || standing === 'FEW')
    ? unplacedTarget(term, plan.id, { region })
    : preflightTarget(term, { search: { by: 'regions' }, hash: 'supply' });
}

function Tile({ tile, target }: { tile: RegionTile; target: Target }) {
  const { region, isPriority, reviews, withLead, standing, words } = tile;
  const share = withLead === null || reviews === 0 ? 0 : withLead / reviews;
  return (
    <Link
      to={target.to}
      params={target.params}
      search={target.search ?? {}}
      className={classes.tile}
      data-standing={standing}
    >
      <span className={classes.name}>
        {region}
        {isPriority && <IconStarFilled size={12} className={classes.star} aria-hidden />}
        {isPriority && <span className="sr"> (priority region)</span>}
      </span>
      <span className={classes.count}>
        <b>{withLead ?? reviews}</b> {withLead === null ? 'due' : `of ${reviews}`}
      </span>
      <span className={classes.bar} aria-hidden>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.words}>
        {standing === 'ALL' ? (
          <IconCheck size={13} aria-hidden />
        ) : standing === 'SOME' || standing === 'FEW' ? (
          <IconAlertTriangle size={13} aria-hidden />
        ) : (
          <IconMinus size={13} aria-hidden />
        )}
        {words}
      </span>
    </Link>
  );
}

function RegionTable({ home: { regions } }: { home: TermHomeView }) {
  return (
    <Figures
      caption="Reviews with a lead, by region"
      head={['Region', 'Reviews due', 'With a lead', 'Windows not known', 'Standing']}
      rows={regions.map(({ region, isPriority, reviews, withLead, windowsNotKnown, words }) => ({
        key: region,
        cells: [
          isPriority ? `${region} (priority region)` : region,
          reviews,
          withLead ?? 'No plan yet',
          windowsNotKnown,
          words,
        ],
      }))}
    />
  );
}
