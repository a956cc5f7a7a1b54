import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Picture } from '../../../components/picture'
import { Section } from '../../../components/section'
import { photoAddress } from '../../../platform/media'
import { projects as words } from '../../../texts/projects'
import styles from '../slips/slips.module.scss'
import type { ProjectView } from './project-view'

function Side({ title, photos }: { title: string; photos: ProjectView['before'] }) {
  return (
    <View className="ld-grow">
      <View className="ld-sm ld-help">{title}</View>
      {photos.length === 0 && <View className="ld-body ld-help">{words.noPhoto}</View>}
      {photos.map(({ id, url }, at) => (
        <Picture
          key={id}
          className={styles.photo}
          src={photoAddress(url)}
          mode="widthFix"
          lazyLoad
          words={words.photo(title, at + 1)}
        />
      ))}
    </View>
  )
}

/** 原来 and 现在 side by side, once there is anything to compare. */
export function TwoSides({ project: { before, after } }: { project: ProjectView }) {
  if (before.length === 0 && after.length === 0) return null
  return (
    <Section title={words.look}>
      <Card>
        <View className="ld-row ld-top">
          <Side title={words.before} photos={before} />
          <Side title={words.after} photos={after} />
        </View>
      </Card>
    </Section>
  )
}
