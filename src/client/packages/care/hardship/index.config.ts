export default definePageConfig({ navigationBarTitleText: '一份解困' })
