import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type PlanLead, planLeadQuery } from '../../api/lead-panel';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Tag } from '../../parts/tag';
import { AtAGlance } from './at-a-glance';
import { Availability } from './availability';
import { CommitmentCard } from './commitment-card';
import { ConflictsCard } from './conflicts-card';
import { ExpertiseCard } from './expertise-card';
import { FactsDialog } from './facts-dialog';
import { GatesCard } from './gates-card';
import { HistoryCard } from './history-card';
import classes from './lead-panel.module.css';
import { NewerVersion } from './newer-version';
import { SeatsCard } from './seats-card';
import { TravelCard } from './travel-card';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

/** One Lead Reviewer of a plan: when they can, what they lead and why, and what stands in the way. */
export function LeadPanel() {
  const { plan, lead } = route.useParams();
  return (
    <LoadedPage title="Lead Reviewer" query={planLeadQuery(plan, lead)} what="the Lead Reviewer">
      {(found) => <LeadPage key={`${plan} ${lead}`} lead={found} />}
    </LoadedPage>
  );
}

function LeadPage({ lead }: { lead: PlanLead }) {
  const { term } = route.useParams();
  const { name, standing, home, next, notes, isInvented, place, plan } = lead;
  const where = home === null ? '' : `Lives in ${home.place}, ${home.region}. `;
  return (
    <Page
      title={name}
      lead={
        <>
          {standing}. {where}
          {next === null
            ? 'No review lies ahead in this plan.'
            : `Next: ${next.school}, ${next.words}.`}
        </>
      }
      tags={isInvented && <Tag tone="plain">Made up for demonstration</Tag>}
      back={{
        label: 'Plan board',
        link: { to: '/terms/$term/plans/$plan', params: { term, plan: plan.id } },
      }}
      actions={<Neighbours place={place} />}
    >
      <NewerVersion lead={lead} />
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <AtAGlance lead={lead} />
      <Availability lead={lead} />
      <div className={classes.columns}>
        <div>
          <SeatsCard lead={lead} />
          <CommitmentCard lead={lead} />
          <GatesCard lead={lead} />
        </div>
        <div>
          <TravelCard lead={lead} />
          <ExpertiseCard lead={lead} />
          <ConflictsCard lead={lead} />
        </div>
      </div>
      <HistoryCard code={lead.person} />
      <FactsDialog lead={lead} />
    </Page>
  );
}

/** To the people before and after, by name. */
function Neighbours({ place }: { place: PlanLead['place'] }) {
  const { term, plan } = route.useParams();
  const to = (neighbour: PlanLead['place']['next'], label: string, icon: React.ReactNode) =>
    neighbour === null ? (
      <Button disabled aria-label={`${label}: there is none`} px="xs">
        {icon}
      </Button>
    ) : (
      <Button
        px="xs"
        title={neighbour.name}
        aria-label={`${label}: ${neighbour.name}`}
        renderRoot={(props: object) => (
          <Link
            to="/terms/$term/plans/$plan/leads/$lead"
            params={{ term, plan, lead: neighbour.person }}
            {...props}
          />
        )}
      >
        {icon}
      </Button>
    );
  return (
    <nav className={classes.neighbours} aria-label="Lead Reviewers of the plan">
      {to(place.previous, 'Previous by name', <IconChevronLeft size={18} />)}
      <span className={classes.place}>
        {place.number === 0 ? 'Not in this plan' : `${String(place.number)} of ${String(place.of)}`}
      </span>
      {to(place.next, 'Next by name', <IconChevronRight size={18} />)}
    </nav>
  );
}
