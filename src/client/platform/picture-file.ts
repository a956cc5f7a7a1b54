import Taro from '@tarojs/taro'

/**
 * Where a picture can be shown from that came inside an answer. WeChat gets a file: only a file can be enlarged and
 * saved there. A phone that is full is shown the picture all the same.
 */
export async function pictureAddress(name: string, base64: string, mediaType: string): Promise<string> {
  const inline = `data:${mediaType};base64,${base64}`
  if (!ON_WECHAT) return inline
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.${mediaType.split('/')[1]}`
  return new Promise((resolve) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(filePath),
      fail: () => resolve(inline),
    }),
  )
}
