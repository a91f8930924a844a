import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  choicesQuery,
  createScenario,
  type ScenarioChoices,
  scenarioQuery,
  whatIfKey,
} from '../../api/what-if';
import { announce } from '../../parts/announcer';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { draftOf, newDraft, type ScenarioDraft } from './scenario-draft';
import { ScenarioForm } from './scenario-form';

const route = getRouteApi('/reports/what-if/new');

/** Builds a scenario from plain forms, from nothing, an example or another one. */
export function NewScenario() {
  const { example = 'LEAVES', person, copy } = route.useSearch();
  return (
    <Page
      title="A new what-if"
      lead="Say what would be otherwise. It is computed as soon as it is saved."
      back={{ label: 'What if', link: { to: '/reports/what-if' } }}
    >
      <Loaded query={choicesQuery} what="people and schools">
        {(choices) =>
          copy === undefined ? (
            <Form draft={newDraft(example, choices, person)} choices={choices} />
          ) : (
            <Loaded query={scenarioQuery(copy)} what="the what-if">
              {(scenario) => (
                <Form
                  draft={draftOf(scenario, `${scenario.name} (copy)`.slice(-80))}
                  choices={choices}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

function Form({ draft, choices }: { draft: ScenarioDraft; choices: ScenarioChoices }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <ScenarioForm
      draft={draft}
      choices={choices}
      button="Save and compute"
      save={createScenario}
      onSaved={(scenario) => {
        client.setQueryData(scenarioQuery(scenario.id).queryKey, scenario);
        void client.invalidateQueries({ queryKey: whatIfKey });
        announce(`${scenario.name} was saved and is being computed.`);
        void navigate({ to: '/reports/what-if/$scenario', params: { scenario: scenario.id } });
      }}
      onCancel={() => void navigate({ to: '/reports/what-if' })}
    />
  );
}
