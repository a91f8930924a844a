import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { commitmentsKey, type CommitmentsReport, refreshLimits } from '../../api/commitments';
import classes from './commitments.module.css';

/** When dates and rules were looked at. Where anything was recorded since, they are looked at again while one reads. */
export function LimitsNote({ report }: { report: CommitmentsReport }) {
  const queries = useQueryClient();
  const asked = useRef(false);
  const again = useMutation({
    mutationFn: () => refreshLimits(report.academicYear),
    onSuccess: () => queries.invalidateQueries({ queryKey: commitmentsKey }),
  });
  const { mutate } = again;
  useEffect(() => {
    if (!report.isStale || asked.current) return;
    asked.current = true;
    mutate();
  }, [report.isStale, mutate]);
  return (
    <div className={classes.note}>
      <p>
        S: serving leader. P: contract of a part of the year. E: agreed exception. A review
        cancelled by its school within ten working days counts as offered. Quality assurers’ and
        shadows’ seats do not count.
      </p>
      <ul>
        {report.limits.map(({ term, words }) => (
          <li key={term}>{words}.</li>
        ))}
        <li>{report.reachWords}.</li>
      </ul>
      {again.isPending && <p role="status">Something was recorded since. Looking again…</p>}
      {again.isError && (
        <p>
          Something was recorded since, and looking again failed. The numbers above are as they
          were.
        </p>
      )}
    </div>
  );
}
