import {
  IconAlertTriangle,
  IconCalendar,
  IconChartBar,
  IconClock,
  IconPuzzle,
  IconRefresh,
  IconSchool,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { AttentionLine } from '../../api/term-home';

/** What a line is about, at a glance. */
export function pictureOf(kind: AttentionLine['kind']): ComponentType<{ size: number }> {
  switch (kind) {
    case 'NO_ROUND':
    case 'AVAILABILITY_NOT_ANSWERED':
      return IconClock;
    case 'NO_REVIEWS_DUE':
    case 'REVIEWS_WITHOUT_TERM':
    case 'WINDOWS_NOT_KNOWN':
    case 'SCHOOL_INCOMPLETE':
    case 'SCHOOL_CHANGED':
    case 'REVIEW_GONE':
      return IconSchool;
    case 'GATE_RUNS_OUT':
    case 'PINS_SHORT':
    case 'PLAN_BREAKS_RULE':
    case 'RUN_FAILED':
    case 'RUN_WITHOUT_PLAN':
      return IconAlertTriangle;
    case 'PERSON_CANNOT':
    case 'PERSON_DECLINED':
    case 'CONFLICT_RECORDED':
    case 'NEW_LEADS_NOT_ASSURED':
    case 'SHADOWS_WITHOUT_REVIEW':
      return IconUser;
    case 'NOBODY_CAN_LEAD':
    case 'SHORTAGE':
      return IconPuzzle;
    case 'WEEK_SHORT':
    case 'WEEK_TIGHT':
      return IconCalendar;
    case 'NO_PLAN':
    case 'PLAN_OUTDATED':
      return IconRefresh;
    case 'WITHOUT_LEAD':
      return IconSearch;
    case 'UNDER_TARGET':
      return IconChartBar;
  }
}
