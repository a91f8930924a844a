import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { payrollQuery } from '../../api/payroll';
import { Card } from '../../parts/card';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { said } from '../../parts/search-params';
import { Undo, type UndoOffer } from '../../parts/undo';
import { Batches } from './batches';
import { NextBatch } from './next-batch';
import classes from './payroll.module.css';

const route = getRouteApi('/reports/fees/payroll');

/** What is handed to payroll: each seat of a review that is done, once, and what corrects it later. */
export function PayrollPage() {
  const { upTo, corrections, list } = route.useSearch();
  const lines = list === 'all' ? undefined : ('FIRST' as const);
  const query = said({ upTo, corrections, lines });
  const [offer, setOffer] = useState<UndoOffer>();
  return (
    <LoadedPage
      title="Payroll"
      back={{ label: 'Fees and costs', link: { to: '/reports/fees' } }}
      query={{ ...payrollQuery(query), placeholderData: keepPreviousData }}
      what="payroll"
    >
      {({ next, batches }) => (
        <Page
          title="Payroll"
          back={{ label: 'Fees and costs', link: { to: '/reports/fees' } }}
          lead="Only reviews that are done are paid, each seat once. What is corrected later goes into the next batch as a difference."
        >
          <div className={classes.parts}>
            <Undo offer={offer} onClose={() => setOffer(undefined)} />
            <Card title="Due now">
              <NextBatch next={next} onMade={setOffer} />
            </Card>
            <Card title="Batches" aside={batches.length === 0 ? undefined : String(batches.length)}>
              <Batches batches={batches} />
            </Card>
          </div>
        </Page>
      )}
    </LoadedPage>
  );
}
