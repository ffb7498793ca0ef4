/**
 * How wide characters are in 1/1000 em, read from the shipped Inter and Source Serif 4: written by `npm run widths`.
 * A letter with marks that is not in the table has the width of its base letter; everything else that is not there
 * is Japanese: full width, or half width in the block of half-width kana.
 */
export type MeasuredFont = 'sans-400' | 'sans-600' | 'serif-600'

export const FULL_WIDTH = 1000
export const HALF_WIDTH = 500

/** Digits set with tabular figures (`tnum`). */
export const TABULAR_WIDTH = { 'sans-400': 648, 'sans-600': 647, 'serif-600': 547 } as const satisfies Record<MeasuredFont, number>

/** Marks without ink or width: break marks and combining accents. */
const WIDTHLESS = /[\u0300-\u036f\u200b-\u200f\u2060\ufeff]/

/** From the text of a table to widths by character: runs of code points, the first in hexadecimal. */
const unpacked = (table: string): Readonly<Record<string, number>> => Object.fromEntries(table.split(';').flatMap((run) => {
  const [from = '', widths = ''] = run.split(':')
  return widths.split(' ').map((width, i) => [String.fromCodePoint(parseInt(from, 16) + i), Number(width)] as const)
}))

/** Width of a character, without kerning. */
export const widthOf = (font: MeasuredFont, character: string): number =>
  WIDTHS[font][character] ?? WIDTHS[font][character.normalize('NFD').charAt(0)] ??
  (WIDTHLESS.test(character) ? 0 : /[\uff61-\uff9f]/.test(character) ? HALF_WIDTH : FULL_WIDTH)

const TABLES: Readonly<Record<MeasuredFont, string>> = {
  'sans-400':
    '20:281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288' +
    ' 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690' +
    ' 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376' +
    ' 528 327 591 562 818 546 562 552 426 333 426 662;a0:281 288 571 611 725 550 270 568 591 914 454 583 662;ae:666' +
    ' 478 456 662 442 446 323 586 603 288 268 304 482 583 802 847 882 511;c6:994;d0:735;d7:662 765;de:636 616;e6:917' +
    ';f0:583;f7:662 600;fe:612;131:242;152:1005 1000;2bb:268 261;2c6:413;2da:298;2dc:505;2002:500;2009:182;2013:500' +
    ' 1000;2018:261 261 241;201c:440 440 421;2022:563;2026:864;2032:223 442;2039:384 384;2044:192;20ac:667;2122:611' +
    ';2191:834;2193:834;2212:662',
  'sans-600':
    '20:252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319' +
    ' 329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650 660 736 728' +
    ' 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900 612 609 624 624' +
    ' 397 549 353 612 587 839 569 588 566 455 359 455 673;a0:252 321 583 629 749 563 316 568 612 914 460 634 673' +
    ';ae:664 452 458 673 454 463 351 614 600 319 332 324 487 634 831 870 907 543;c6:1013;d0:751;d7:673 769;de:658 644' +
    ';e6:913;f0:594;f7:673 609;fe:624;131:262;152:1014 992;2bb:285 294;2c6:444;2da:342;2dc:503;2002:500;2009:166' +
    ';2013:500 1000;2018:294 294 272;201c:507 501 480;2022:503;2026:956;2032:257 512;2039:416 416;2044:205;20ac:679' +
    ';2122:630;2191:881;2193:881;2212:673',
  'serif-600':
    '20:228 314 423 544 538 949 739 206 384 384 458 548 307 335 307 364 547 547 547 547 547 547 547 547 547 547 307' +
    ' 307 548 548 548 430 867 712 668 663 744 634 610 725 809 387 394 726 616 930 757 742 637 742 707 560 650 757 706' +
    ' 1020 678 667 592 356 364 356 548 528 400 554 630 527 623 540 374 573 650 336 313 615 337 961 652 590 632 613' +
    ' 475 475 368 640 581 850 585 592 497 365 301 365 548;a0:228 314 538 539 520 538 301 514 400 750 385 572 548' +
    ';ae:465 400 344 548 390 390 400 626 622 307 400 390 409 572 918 949 918 430;c6:943;d0:744;d7:548 742;de:638 656' +
    ';e6:831;f0:577;f7:548 590;fe:622;131:336;152:969 910;2bb:236 236;2c6:336;2da:400;2dc:400;2002:500;2009:125' +
    ';2013:528 828;2018:236 236 236;201c:460 459 459;2022:320;2026:853;2032:252 450;2039:327 327;2044:170;20ac:538' +
    ';2122:814;2191:680;2193:680;2212:548;2215:170',
}

export const WIDTHS: Readonly<Record<MeasuredFont, Readonly<Record<string, number>>>> = {
  'sans-400': unpacked(TABLES['sans-400']),
  'sans-600': unpacked(TABLES['sans-600']),
  'serif-600': unpacked(TABLES['serif-600']),
}
