import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconBan } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { whyNotQuery } from '../../api/plan-reviews';
import { wordsOfError } from '../../api/problem-error';
import type { RefusedCandidate } from '../../api/ranking';
import { announce } from '../../parts/announcer';
import { Tag } from '../../parts/tag';
import { MoveList } from './move-list';
import classes from './who-could.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

/** The smallest change that would let somebody lead it, and on demand what the plan would pay then. */
export function MendPrice({ refused }: { refused: RefusedCandidate }) {
  const { nearest, refusal } = refused;
  if (nearest === null) {
    return (
      <>
        {refusal.kind === 'NEVER' ? (
          <span className={classes.never}>
            <IconBan size={12} aria-hidden />
            {refusal.words}
          </span>
        ) : (
          <Tag tone="plain">{refusal.words}</Tag>
        )}
        <p className={classes.small}>{refused.noMend.join(' ')}</p>
      </>
    );
  }
  return (
    <>
      <p>
        <b>{refusal.words}:</b> if {nearest.words}.
      </p>
      <PriceThen refused={refused} />
    </>
  );
}

function PriceThen({ refused: { review, lead, name } }: { refused: RefusedCandidate }) {
  const { plan } = route.useParams();
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isFetching } = useQuery({
    ...whyNotQuery(plan, review, lead),
    enabled: isAsked,
  });
  const price = data?.mended?.price;
  useEffect(() => {
    if (isAsked && price) announce(`${name}: ${price.headline}`);
  }, [isAsked, price, name]);
  if (data === undefined) {
    return (
      <p className={classes.ask}>
        <Button size="compact-sm" loading={isFetching} onClick={() => setIsAsked(true)}>
          What would it cost then?<span className="sr"> {name}</span>
        </Button>
        {error !== null && <span className={classes.lost}>{wordsOfError(error)}</span>}
      </p>
    );
  }
  if (!price) return <p className={classes.small}>Even so, no plan could have it.</p>;
  const others = (data.mended?.moves ?? []).filter((move) => move.review !== review);
  return (
    <>
      <p>
        Then: <b>{price.headline}</b>
      </p>
      {price.also.length > 0 && <p className={classes.small}>{price.also.join(' ')}</p>}
      {others.length > 0 && <MoveList moves={others} of={name} />}
    </>
  );
}
