import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { copyWords } from '../../../platform/clipboard'
import { goBack } from '../../../platform/navigate'
import { ballot } from '../../../texts/council'
import styles from './ballot.module.scss'
import { ReceiptCode } from './receipt-code'

const words = ballot.receipts

interface Receipt {
  unitId: string
  label: string
  receipt: string
}

/** What a voter keeps of his ballots; with it he finds them in the record after the close. */
export function ReceiptCards({ receipts }: { receipts: Receipt[] }) {
  const [copied, setCopied] = useState<boolean>()
  const copy = async () =>
    setCopied(await copyWords(receipts.map(({ label, receipt }) => `${label} ${receipt}`).join('\n')))
  return (
    <View className="ld-stack">
      <Notice icon="checkc" title={words.title} help={words.help} />
      {receipts.map(({ unitId, label, receipt }) => (
        <Card key={unitId}>
          <View className="ld-tight">
            <View className="ld-sm ld-help">{label}</View>
            <View className={styles.receipt}>{receipt}</View>
            <ReceiptCode receipt={receipt} />
          </View>
        </Card>
      ))}
      {copied !== undefined && <View className="ld-body">{copied ? words.copied : words.failed}</View>}
      <AppButton kind="soft" wide onPress={copy}>
        {words.copy}
      </AppButton>
      <AppButton wide onPress={goBack}>
        {words.back}
      </AppButton>
    </View>
  )
}
