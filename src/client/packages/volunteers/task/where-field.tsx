import { View } from '@tarojs/components'
import { useState } from 'react'
import { metresBetween } from '#core/volunteers/presence'
import { AppButton } from '../../../components/button'
import { canChoosePlace, choosePlace } from '../../../platform/place'
import { type Silence, type Whereabouts, whereAmI } from '../../../platform/where-am-i'
import { where as words } from '../../../texts/volunteers'
import type { TaskView } from './task-view'

interface WhereFieldProps {
  meeting: NonNullable<TaskView['point']>
  at: Whereabouts | undefined
  onAt: (at: Whereabouts) => void
}

/** 到没到附近: only by who likes to, and it decides nothing. */
export function WhereField({ meeting, at, onAt }: WhereFieldProps) {
  const [asking, setAsking] = useState(false)
  const [silence, setSilence] = useState<Silence>()
  const ask = async () => {
    setAsking(true)
    const heard = await whereAmI()
    setAsking(false)
    setSilence(typeof heard === 'string' ? heard : undefined)
    if (typeof heard !== 'string') onAt(heard)
  }
  return (
    <>
      <AppButton kind="line" icon="pin" wide busy={asking} onPress={ask}>
        {words.ask}
      </AppButton>
      {canChoosePlace && <PointAt onPoint={onAt} />}
      {silence && <View className="ld-sm">{words.silence[silence]}</View>}
      {at && (
        <View className="ld-sm">
          {words.before({ metres: metresBetween(at, meeting), accuracyM: at.accuracyM })}
        </View>
      )}
      <View className="ld-sm ld-help">{words.help}</View>
    </>
  )
}

function PointAt({ onPoint }: { onPoint: (at: Whereabouts) => void }) {
  const choose = async () => {
    const place = await choosePlace()
    if (place) onPoint({ ...place.point, accuracyM: null })
  }
  return (
    <AppButton kind="line" wide onPress={choose}>
      {words.onMap}
    </AppButton>
  )
}
