export default definePageConfig({ navigationBarTitleText: '小目标' })
