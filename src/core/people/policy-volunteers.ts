/** The part of the permission matrix that is about 志愿服务 (domain rule 4.7); `policy.ts` tells what a cell means. */
export const VOLUNTEER_POLICY = {
  /** 志愿任务: written by these, published by those; what heads write waits for the captain. */
  'task.write': {
    head: 'any',
    captain: 'grid',
    pioneer: 'grid',
    grid_staff: 'grid',
    grid_head: 'grid',
    community_staff: 'grid',
  },
  'task.publish': { captain: 'grid', grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
  /** Signing up, coming, leading on the day: whose task or place it is, is asked of the task itself. */
  'task.serve': {
    resident: 'any',
    head: 'any',
    volunteer: 'any',
    captain: 'any',
    pioneer: 'any',
    grid_staff: 'any',
    grid_head: 'any',
    secretary: 'any',
    police: 'any',
    traffic: 'any',
    community_staff: 'any',
  },
  /** 确认时长, beside the task's own leader; nobody his own. */
  'service.confirm': {
    captain: 'grid',
    pioneer: 'grid',
    grid_staff: 'grid',
    grid_head: 'grid',
    community_staff: 'grid',
  },
  'certificate.issue': { community_staff: 'grid', street_admin: 'grid' },
  'points.offer': { community_staff: 'grid' },
} as const
