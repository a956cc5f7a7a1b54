import { Button, type ButtonProps } from '@tarojs/components'
import { readable } from '../platform/accessible'
import styles from './button.module.scss'

interface OpenButtonProps {
  id?: string
  children: string
  openType: 'agreePrivacyAuthorization' | 'getPhoneNumber' | 'chooseAvatar'
  kind?: 'primary' | 'soft' | 'line'
  onAgree?: () => void
  onPhone?: ButtonProps['onGetPhoneNumber']
  onAvatar?: ButtonProps['onChooseAvatar']
}

/** A button that only WeChat may answer: it looks like ours, and exists in the WeChat build alone. */
export function OpenButton({
  id,
  children,
  openType,
  kind = 'primary',
  onAgree,
  onPhone,
  onAvatar,
}: OpenButtonProps) {
  return (
    <Button
      id={id}
      className={`${styles.button} ${styles[kind]} ${styles.large} ${styles.open}`}
      hoverClass={styles.pressed}
      openType={openType}
      onAgreePrivacyAuthorization={onAgree}
      onGetPhoneNumber={onPhone}
      onChooseAvatar={onAvatar}
      {...readable('button', children)}
    >
      {children}
    </Button>
  )
}
