import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconLayoutBoard, IconPrinter } from '@tabler/icons-react';
import { type PlanMap, planMapQuery } from '../../api/plan-map';
import { Go } from '../../parts/go';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Empty } from '../../parts/states';
import { boardTarget, runTarget } from '../../parts/term-links';
import { MapExplorer } from './map-explorer';
import classes from './map.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/map');
const TITLE = 'Map';

/** A plan as it lies in the country: schools by status, homes, and who travels where. */
export function MapPage() {
  const { plan } = route.useParams();
  return (
    <LoadedPage title={TITLE} query={planMapQuery(plan)} what="the map">
      {(map) => <Mapped map={map} />}
    </LoadedPage>
  );
}

function Mapped({ map }: { map: PlanMap }) {
  const { term, plan } = route.useParams();
  const { newest } = map.plan;
  return (
    <Page
      title={TITLE}
      lead={`${map.words} ${map.plan.words}.`}
      actions={
        <>
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            data-unprinted
          >
            Print
          </Button>
          <Go
            target={boardTarget(term, plan)}
            look="button"
            icon={<IconLayoutBoard size={16} aria-hidden />}
          >
            Plan board
          </Go>
        </>
      }
    >
      {newest !== null && (
        <p className={classes.older}>
          You are looking at version {map.plan.version}. {newest.words}.{' '}
          <Link
            to="/terms/$term/plans/$plan/map"
            params={{ term, plan: newest.id }}
            search={(before) => before}
          >
            Look at version {newest.version}
          </Link>
        </p>
      )}
      {map.schools.length === 0 ? (
        <Empty
          title="There is no school in this plan"
          action={
            <Go target={runTarget(term)} look="button">
              Run the allocation
            </Go>
          }
        >
          Once reviews are due and a run has placed them, they are here.
        </Empty>
      ) : (
        <MapExplorer map={map} term={term} />
      )}
    </Page>
  );
}
