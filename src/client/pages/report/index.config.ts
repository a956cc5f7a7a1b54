export default definePageConfig({ navigationBarTitleText: '反映一件事' })
