import { Modal } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { behindQuery } from '../../api/commitments';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import classes from './commitments.module.css';

const route = getRouteApi('/reports/commitments');

/** The reviews behind the figure that the address names, with what happened to each. */
export function ReviewsBehind() {
  const { figure, who, ...rest } = route.useSearch();
  const query = said({ ...rest, compareWith: undefined, lead: who });
  const navigate = useNavigate({ from: '/reports/commitments' });
  const close = () =>
    void navigate({
      search: (before) => said({ ...before, figure: undefined, who: undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Modal
      opened={figure !== undefined}
      onClose={close}
      size="lg"
      title="The reviews behind this number"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {figure !== undefined && (
        <Loaded query={behindQuery({ ...query, figure })} what="the reviews">
          {({ title, items }) => (
            <>
              <p>
                <b>{title}</b>
              </p>
              <ol className={classes.reviews}>
                {items.map((seat) => (
                  <li key={seat.seat}>
                    <Go target={schoolTarget(seat.urn)}>{seat.school}</Go>
                    <div>
                      {seat.when}, {seat.name}. {seat.outcomeWords}.
                    </div>
                    <ul>
                      {seat.events.map(({ kind, words }) => (
                        <li key={kind}>{words}</li>
                      ))}
                      {seat.corrections.map((words) => (
                        <li key={words}>{words}</li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ol>
            </>
          )}
        </Loaded>
      )}
    </Modal>
  );
}
