import { View } from '@tarojs/components'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { AppButton } from '../../../components/button'
import type { Me } from '../../../stores/session'
import { code, officeWords } from '../../../texts/staff'
import { CodeSheet } from './code-sheet'
import styles from './queue.module.scss'

/** Who I am and in which offices: several for a head of two buildings, each said once. */
export function StaffHead({ me }: { me: Me }) {
  const offices = me.offices.map(officeWords).filter(Boolean)
  const mayDraw = me.offices.some(({ role }) => reachOf('place.code', role) !== undefined)
  const [drawing, setDrawing] = useState(false)
  const different = offices.filter((office, index) => offices.indexOf(office) === index)
  return (
    <View className={styles.head}>
      <View className={styles.initial}>{me.name.slice(0, 1)}</View>
      <View className="ld-grow">
        <View className="ld-md ld-bold">{me.name}</View>
        {different.map((office) => (
          <View key={office} className="ld-sm ld-help">
            {office}
          </View>
        ))}
      </View>
      {mayDraw && (
        <AppButton kind="soft" size="small" icon="scan" onPress={() => setDrawing(true)}>
          {code.open}
        </AppButton>
      )}
      <CodeSheet open={drawing} onClose={() => setDrawing(false)} />
    </View>
  )
}
