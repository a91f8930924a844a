import { Modal, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type BoardChip, carryQuery } from '../../api/board';
import { Failed, Loading } from '../../parts/states';
import { PlaceChooser } from './place-chooser';
import { moveStep, swapStep } from './steps';
import { SwapChooser } from './swap-chooser';
import { type BoardState } from './use-board';

export interface MoveDialogProps {
  readonly state: BoardState;
  /** Undefined: the dialog is closed. */
  readonly chip: BoardChip | undefined;
  readonly onClose: () => void;
}

/** The way to move a review without dragging or carrying it. */
export function MoveDialog({ state, chip, onClose }: MoveDialogProps) {
  return (
    <Modal
      opened={chip !== undefined}
      onClose={onClose}
      title={chip && `Move ${chip.school} to…`}
      size="md"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {chip && (
        <Tabs defaultValue="place" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="place">Another place</Tabs.Tab>
            <Tabs.Tab value="swap">Swap</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="place">
            <Places state={state} chip={chip} onClose={onClose} />
          </Tabs.Panel>
          <Tabs.Panel value="swap">
            <SwapChooser
              plan={state.plan}
              edits={state.edits.edits}
              chip={chip}
              onSwap={(swap) => {
                state.change(swapStep(chip, swap), `Swapped with ${swap.name}, ${swap.school}.`);
                onClose();
              }}
            />
          </Tabs.Panel>
        </Tabs>
      )}
    </Modal>
  );
}

function Places({ state, chip, onClose }: MoveDialogProps & { chip: BoardChip }) {
  const { data, error } = useQuery(carryQuery(state.plan, chip.review, state.edits.edits));
  if (error) return <Failed error={error} />;
  if (data === undefined) return <Loading what="the prices" />;
  return (
    <PlaceChooser
      plan={state.plan}
      edits={state.edits.edits}
      chip={chip.lead === null ? chip : { ...chip, lead: null }}
      carry={data}
      by="WINDOW"
      onMove={(to, place, andPin) => {
        state.change(moveStep(chip, to, place, andPin), `Moved to ${to.name}.`);
        onClose();
      }}
    />
  );
}
