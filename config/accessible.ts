import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/**
 * Taro's WeChat templates drop aria-role and aria-label, so a screen reader would find no button anywhere.
 * This adds both to View and Button, and the label to Image; the running app learns them from the same list (platform/aria-attributes).
 */
const ATTRIBUTES = {
  View: { 'aria-role': '', 'aria-label': '' },
  Button: { 'aria-role': '', 'aria-label': '' },
  Image: { 'aria-label': '' },
}

interface Platform {
  template: { mergeComponents(context: IPluginContext, patch: typeof ATTRIBUTES): void }
  runtimePath: string | string[]
}

export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(context, ATTRIBUTES)
      const file = path.resolve(__dirname, '../src/client/platform/aria-attributes.ts')
      platform.runtimePath = [platform.runtimePath, file].flat()
    },
  })
}
