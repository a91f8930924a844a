import { Link } from '@tanstack/react-router';
import { type SchoolRow, schoolsRegisterQuery } from '../../api/registers';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Cut, Nothing } from '../../parts/register/cell';
import { Register } from '../../parts/register/register';
import { Empty } from '../../parts/states';
import { ReviewState } from '../../parts/review-state';
import { Tag } from '../../parts/tag';

const importTarget = { to: '/imports', params: {} };
const noun = { one: 'school', many: 'schools' };

/** Every school on the register. */
export function SchoolsRegisterPage() {
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
