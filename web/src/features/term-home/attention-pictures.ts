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
export const pictures: Readonly<Record<AttentionLine['kind'], ComponentType<{ size: number }>>> = {
  NO_ROUND: IconClock,
  AVAILABILITY_NOT_ANSWERED: IconClock,
  NO_REVIEWS_DUE: IconSchool,
  REVIEWS_WITHOUT_TERM: IconSchool,
  WINDOWS_NOT_KNOWN: IconSchool,
  SCHOOL_INCOMPLETE: IconSchool,
  SCHOOL_CHANGED: IconSchool,
  REVIEW_GONE: IconSchool,
  GATE_RUNS_OUT: IconAlertTriangle,
  PINS_SHORT: IconAlertTriangle,
  PLAN_BREAKS_RULE: IconAlertTriangle,
  RUN_FAILED: IconAlertTriangle,
  RUN_WITHOUT_PLAN: IconAlertTriangle,
  PERSON_CANNOT: IconUser,
  PERSON_DECLINED: IconUser,
  ACCEPTED_CANNOT: IconUser,
  CONFLICT_RECORDED: IconUser,
  NEW_LEADS_NOT_ASSURED: IconUser,
  SHADOWS_WITHOUT_REVIEW: IconUser,
  NOBODY_CAN_LEAD: IconPuzzle,
  SHORTAGE: IconPuzzle,
  WEEK_SHORT: IconCalendar,
  WEEK_TIGHT: IconCalendar,
  NO_PLAN: IconRefresh,
  PLAN_OUTDATED: IconRefresh,
  WITHOUT_LEAD: IconSearch,
  UNDER_TARGET: IconChartBar,
};
