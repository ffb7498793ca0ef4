/** Colours in numbers: contrast by WCAG, distance by CIE, and how the common kinds of colour blindness see them. */

export type Triple = readonly [number, number, number]

/** Linear light, 0 to 1, of `#rrggbb`. */
export const channels = (hex: string): Triple => {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05). */
export const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** CIE L*a*b* with the white of sRGB (D65). */
export function lab(hex: string): Triple {
  const [r, g, b] = channels(hex)
  const bend = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116)
  const x = bend((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = bend(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = bend((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE 1976 colour difference: the distance in L*a*b*. */
export const distance = (a: string, b: string): number => Math.hypot(...lab(a).map((value, i) => value - (lab(b)[i] ?? 0)))

/** How a full loss of one kind of cone changes linear light: Machado, Oliveira and Fernandes 2009, severity 1. */
export const SIGHT = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const satisfies Record<string, readonly Triple[]>

const toHex = (light: number): string => {
  const value = Math.min(1, Math.max(0, light))
  const bent = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
  return Math.round(bent * 255).toString(16).padStart(2, '0')
}

/** A colour as somebody with this sight sees it. */
export const seenBy = (hex: string, sight: keyof typeof SIGHT): string => {
  const light = channels(hex)
  return `#${SIGHT[sight].map((row) => toHex(row.reduce((sum, weight, i) => sum + weight * (light[i] ?? 0), 0))).join('')}`
}
