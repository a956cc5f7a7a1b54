import { Field } from './field'
import { PhotoPicker } from './photo-picker'
import { MOST_PHOTOS, type ResultPhotos } from './staff-actions/use-result-photos'

interface PhotosFieldProps {
  id: string
  label: string
  pictures: ResultPhotos
  problem?: string
}

/** Photos that leave as soon as they are chosen. */
export function PhotosField({ id, label, pictures, problem }: PhotosFieldProps) {
  return (
    <Field id={id} label={label} error={pictures.refused ?? problem}>
      <PhotoPicker
        photos={pictures.photos}
        max={MOST_PHOTOS}
        onAdd={pictures.add}
        onRemove={pictures.remove}
      />
    </Field>
  )
}
