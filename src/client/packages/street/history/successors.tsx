import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Cell } from '../../../components/cell'
import { Field } from '../../../components/field'
import { GridChoice } from '../../../components/grid-choice'
import { history as words } from '../../../texts/history'
import { useAsk } from '../../../use-ask'

function Named({ gridPath, onDrop }: { gridPath: string; onDrop: () => void }) {
  const grid = useAsk('places.grid', { gridPath })
  const name = grid.data?.name ?? gridPath
  return (
    <Cell
      icon="check"
      title={name}
      end={
        <AppButton kind="line" size="small" label={words.dropNamed(name)} onPress={onDrop}>
          {words.drop}
        </AppButton>
      }
    />
  )
}

interface SuccessorsProps {
  top: string
  named: string[]
  onName: (named: string[]) => void
}

/** 由哪些网格接着管: one after the other; a grid that is split up has several. */
export function Successors({ top, named, onName }: SuccessorsProps) {
  const [at, setAt] = useState(top)
  return (
    <Field id="change-successor" label={words.successors}>
      <View className="ld-stack">
        {named.map((one) => (
          <Named key={one} gridPath={one} onDrop={() => onName(named.filter((other) => other !== one))} />
        ))}
        <GridChoice top={top} deepest={3} chosen={at} onChoose={setAt} />
        {at !== top && !named.includes(at) && (
          <AppButton kind="soft" wide onPress={() => onName([...named, at])}>
            {words.addSuccessor}
          </AppButton>
        )}
      </View>
    </Field>
  )
}
