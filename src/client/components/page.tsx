import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { readable } from '../platform/accessible'
import { frame, setTitle } from '../platform/device'
import { useRootLook } from '../stores/look'
import { common } from '../texts/common'
import { NavBar } from './nav-bar'
import { NewVersion } from './new-version'
import styles from './page.module.scss'
import { PrivacyGate, useGateHere } from './privacy-gate'
import { RenderGuard } from './render-guard'
import { TabBar, type TabName } from './tab-bar'

export interface PageProps {
  title: string
  /** A tab page has a large title at the left and the tab bar below; any other page has a way back. */
  tab?: TabName
  /** Replaces a tab page's title in the bar, for example the estate's name. */
  lead?: ReactNode
  /** Fixed below: one primary button, at most one more. */
  foot?: ReactNode
  /** Wide browsers may use the whole width (工作台); elsewhere one column. */
  wide?: boolean
  onBack?: () => void
  children?: ReactNode
}

export function Page({ title, tab, lead, foot, wide, onBack, children }: PageProps) {
  const { className, ...look } = useRootLook()
  useEffect(() => setTitle(title), [title])
  const gate = useGateHere()
  const { statusBar } = frame()
  return (
    <View className={`${className} ${styles.page}`} {...look}>
      <View className={styles.top} style={{ paddingTop: `${statusBar}px` }} {...readable('banner')}>
        <NavBar title={title} inner={!tab} lead={lead} onBack={onBack} />
      </View>
      <View className={`${styles.body} ${wide ? styles.wide : ''}`} {...readable('main')}>
        {tab && <NewVersion />}
        <RenderGuard>{children}</RenderGuard>
      </View>
      {(foot || tab) && (
        <View className={styles.bottom} {...(tab && readable('navigation', common.tabBar))}>
          {foot && (
            <View
              className={`${styles.foot} ${tab ? '' : styles.lowest}`}
              {...readable('region', common.deeds)}
            >
              <View className={styles.footRow}>{foot}</View>
            </View>
          )}
          {tab && <TabBar now={tab} />}
        </View>
      )}
      {gate && <PrivacyGate gate={gate} />}
    </View>
  )
}
