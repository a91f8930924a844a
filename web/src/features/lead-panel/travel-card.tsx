import { getRouteApi } from '@tanstack/react-router';
import type { PlanLead } from '../../api/lead-panel';
import { AsTable } from '../../parts/as-table';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { FormerHomes } from './former-homes';
import { TravelMap } from './travel-map';
import classes from './travel.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

/** Where they live and where this plan sends them; a table says the same. */
export function TravelCard({ lead }: { lead: PlanLead }) {
  const isTable = route.useSearch().travel === 'table';
  return (
    <Card
      title="Travel"
      aside={lead.travel.words}
      end={<AsTable field="travel" isTable={isTable} what="Travel" />}
      flush
    >
      {isTable ? (
        <Figures
          caption="Journeys of this plan"
          head={['School', 'Region', 'Miles one way', 'Night away']}
          rows={lead.seats.map((seat) => ({
            key: seat.review,
            cells: [seat.school, seat.region, seat.miles, seat.isOvernight ? 'Yes' : 'No'],
          }))}
        />
      ) : (
        <div className={classes.picture}>
          <TravelMap lead={lead} />
          <p className={classes.limits}>
            {lead.limits.words[0] ?? ''}
            {lead.home !== null && `. The home is shown at the centre of its postcode district`}.
          </p>
        </div>
      )}
      <FormerHomes lead={lead} />
    </Card>
  );
}
