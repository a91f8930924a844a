import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type SchoolRow, schoolsRegisterQuery } from '../../api/registers';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Cut, Nothing } from '../../parts/register/cell';
import { Register } from '../../parts/register/register';
import { Empty } from '../../parts/states';
import { ReviewState } from '../../parts/review-state';
import { Tag } from '../../parts/tag';
import { Undo, type UndoOffer } from '../../parts/undo';
import { ChangeSchools } from './change-schools';

const importTarget = { to: '/imports', params: {} };
const noun = { one: 'school', many: 'schools' };

/** Every school on the register. */
export function SchoolsRegisterPage() {
  const [changed, setChanged] = useState<readonly SchoolRow[]>();
  const [offer, setOffer] = useState<UndoOffer>();
  const queries = useQueryClient();
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['registers'] });
    await queries.invalidateQueries({ queryKey: ['schools'] });
    await queries.invalidateQueries({ queryKey: ['terms'] });
  };
  return (
    <Page
      title="Schools"
      lead="Every school on the register, with its membership and its review of the year."
      wide
    >
      <Loaded query={schoolsRegisterQuery} what="the schools">
        {({ columns, items }) => (
          <Register
            name="schools"
            noun={noun}
            columns={columns}
            rows={items}
            idOf={({ urn }) => urn}
            labelOf={({ name }) => name}
            cells={cells}
            bulk={(chosen) => (
              <Button
                variant="filled"
                disabled={chosen.length === 0}
                onClick={() => setChanged(chosen)}
              >
                Change {chosen.length === 1 ? '1 school' : `${String(chosen.length)} schools`}…
              </Button>
            )}
            empty={
              <Empty
                title="There are no schools yet"
                action={
                  <Go target={importTarget} look="main">
                    Import schools
                  </Go>
                }
              >
                Import the Department for Education’s list of schools, or a spreadsheet of your own.
              </Empty>
            }
          />
        )}
      </Loaded>
      {changed !== undefined && (
        <ChangeSchools
          schools={changed}
          reload={reload}
          onDone={setOffer}
          onClose={() => setChanged(undefined)}
        />
      )}
      <Undo offer={offer} onClose={() => setOffer(undefined)} />
    </Page>
  );
}

const cells = {
  name: ({ urn, name }: SchoolRow) => (
    <Link to="/schools/$urn" params={{ urn }} title={name}>
      <Cut words={name} />
    </Link>
  ),
  phase: ({ phase }: SchoolRow) =>
    phase === null ? <Tag tone="warn">Not known</Tag> : <Cut words={phase} />,
  membership: ({ membership }: SchoolRow) =>
    membership === 'Member' ? <Tag tone="ok">Member</Tag> : <Tag tone="plain">{membership}</Tag>,
  review: ({ review }: SchoolRow) =>
    review === null ? <Nothing /> : <ReviewState state={review} />,
};
