import { Button } from '@nutui/nutui-react-taro'

export default function Index() {
  return <Button>空</Button>
}
