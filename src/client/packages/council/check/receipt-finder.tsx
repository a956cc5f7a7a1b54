import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Section } from '../../../components/section'
import { TextInput } from '../../../components/text-input'
import { canScan, scanPlate } from '../../../platform/scan'
import { check as words } from '../../../texts/council'

/** 我的票在里面吗: typed, pasted or scanned, however it is written. */
export function ReceiptFinder({ holds }: { holds: (receipt: string) => boolean }) {
  const [receipt, setReceipt] = useState('')
  const [found, setFound] = useState<boolean>()
  const change = (typed: string) => {
    setReceipt(typed)
    setFound(undefined)
  }
  const scan = async () => {
    const seen = await scanPlate()
    if (seen === undefined) return
    setReceipt(seen)
    setFound(holds(seen))
  }
  return (
    <Section title={words.mine}>
      <Card>
        <View className="ld-stack">
          <TextInput
            id="receipt"
            label={words.receipt}
            hint={words.receiptHint}
            value={receipt}
            maxLength={20}
            onChange={change}
          />
          {found !== undefined && (
            <Notice urgent icon={found ? 'checkc' : 'alert'} title={found ? words.found : words.missing} />
          )}
          <AppButton kind="soft" wide onPress={() => setFound(holds(receipt))}>
            {words.look}
          </AppButton>
          {canScan && (
            <AppButton kind="line" icon="scan" wide onPress={scan}>
              {words.scan}
            </AppButton>
          )}
        </View>
      </Card>
    </Section>
  )
}
