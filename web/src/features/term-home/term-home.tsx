import { getRouteApi } from '@tanstack/react-router';
import { termPlansQuery, todayQuery } from '../../api/terms';
import { Card } from '../../parts/card';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';

const route = getRouteApi('/terms/$term');

/** What stands in a term. */
export function TermHome() {
  const { term } = route.useParams();
  return (
    <Loaded query={todayQuery} what="the term">
      {({ terms }) => {
        const found = terms.find(({ id }) => id === term);
        return (
          <Page title={found?.name ?? term} lead={found?.inWords}>
            <Card title="Plans">
              <Loaded query={termPlansQuery(term)} what="the plans">
                {({ items }) => (
                  <ul>
                    {items.map(({ id, name, covered, reviews }) => (
                      <li key={id}>
                        {name}: {covered} of {reviews} reviews have a lead
                      </li>
                    ))}
                  </ul>
                )}
              </Loaded>
            </Card>
          </Page>
        );
      }}
    </Loaded>
  );
}
