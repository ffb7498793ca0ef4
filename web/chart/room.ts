/** Free places for labels among what is drawn already. */
import { textWidth } from './measure.ts'
import type { Mark, TextMark } from './scene.ts'

export type Room = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** The room a text takes. */
export function roomOf({ x, y, text, font, anchor }: TextMark): Room {
  const width = textWidth(text, font)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - font.size * 0.8, bottom: y + font.size * 0.25 }
}

/** The room of every text among marks that stand by themselves. */
export const roomsOf = (marks: readonly Mark[]): Room[] => marks.flatMap((mark) => (mark.kind === 'text' ? [roomOf(mark)] : []))

/** Whether two rooms have anything in common. */
export const touches = (a: Room, b: Room): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const isInside = (room: Room, frame: Room): boolean =>
  room.left >= frame.left && room.right <= frame.right && room.top >= frame.top && room.bottom <= frame.bottom

/** Of each label's possible places, in order of preference, the first that is free and within the frame; labels without one are left out. */
export function placeFree(labels: readonly (readonly TextMark[])[], taken: readonly Room[], frame: Room): TextMark[] {
  const rooms = [...taken]
  return labels.flatMap((places) => {
    const free = places.find((mark) => {
      const own = roomOf(mark)
      return isInside(own, frame) && !rooms.some((room) => touches(room, own))
    })
    if (free) rooms.push(roomOf(free))
    return free ? [free] : []
  })
}
