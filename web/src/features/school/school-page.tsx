import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { membershipsQuery, type School, schoolQuery } from '../../api/schools';
import { todayQuery } from '../../api/terms';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Tag } from '../../parts/tag';
import { Undo, type UndoOffer } from '../../parts/undo';
import { ChangesCard } from './changes-card';
import { ClosuresCard } from './closures-card';
import { FactsCard } from './facts-card';
import { MembershipCard } from './membership-card';
import classes from './school.module.css';
import { SchoolReviewsCard } from './school-reviews-card';
import { WindowsCard } from './windows-card';

const route = getRouteApi('/schools/$urn');
const back = { label: 'Schools', link: { to: '/schools' } } as const;

/** One school: what is known of it, and whatever operations may correct. */
export function SchoolPage() {
  const { urn } = route.useParams();
  return (
    <LoadedPage query={schoolQuery(urn)} what="the school" title="School" back={back}>
      {(school) => <SchoolView key={urn} school={school} />}
    </LoadedPage>
  );
}

function SchoolView({ school }: { school: School }) {
  const { urn, name, town, region } = school;
  const [offer, setOffer] = useState<UndoOffer>();
  const where = [town, region].filter((each) => each !== null);
  return (
    <Page
      title={name}
      lead={`${school.type}, ${where.join(', ')}. URN ${urn}.`}
      tags={<Tags school={school} />}
      back={back}
    >
      <div className={classes.columns}>
        <div className={classes.parts}>
          <FactsCard school={school} onDone={setOffer} />
          <SchoolReviewsCard urn={urn} />
        </div>
        <div className={classes.parts}>
          <MembershipCard urn={urn} onDone={setOffer} />
          <ClosuresCard urn={urn} onDone={setOffer} />
          <WindowsCard urn={urn} />
          <ChangesCard urn={urn} />
        </div>
      </div>
      <Undo offer={offer} onClose={() => setOffer(undefined)} />
    </Page>
  );
}

function Tags({ school: { urn, phase, status, needsInvented } }: { school: School }) {
  const { data } = useQuery(membershipsQuery(urn));
  const today = useQuery(todayQuery).data?.date;
  const isMember =
    today !== undefined &&
    data?.items.some(({ from, to }) => from <= today && (to === null || to >= today));
  return (
    <>
      {isMember === true && <Tag tone="ok">Member</Tag>}
      {isMember === false && data !== undefined && <Tag tone="plain">Not a member</Tag>}
      {status === 'CLOSED' && <Tag tone="declined">Closed</Tag>}
      {phase === null && <Tag tone="warn">Phase not known</Tag>}
      {needsInvented && <Tag tone="plain">Needs invented</Tag>}
    </>
  );
}
