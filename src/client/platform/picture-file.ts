import Taro from '@tarojs/taro'

/**
 * Where a picture can be shown from that came inside an answer. WeChat gets a file: in its data a picture would
 * travel with every change of the page.
 */
export async function pictureAddress(name: string, base64: string, mediaType: string): Promise<string> {
  if (!ON_WECHAT) return `data:${mediaType};base64,${base64}`
  const path = `${Taro.env.USER_DATA_PATH}/${name}.${mediaType.split('/')[1]}`
  await new Promise<void>((success, fail) =>
    Taro.getFileSystemManager().writeFile({
      filePath: path,
      data: base64,
      encoding: 'base64',
      success: () => success(),
      fail,
    }),
  )
  return path
}
