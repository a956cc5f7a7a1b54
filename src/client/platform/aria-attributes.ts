import { mergeInternalComponents } from '@tarojs/shared'

// Loaded by config/accessible.ts in the WeChat build only, before any page: the same list as in its templates.
mergeInternalComponents({
  View: { 'aria-role': '', 'aria-label': '', 'aria-posinset': '', 'aria-setsize': '' },
  Button: { 'aria-role': '', 'aria-label': '' },
  Image: { 'aria-label': '' },
})
