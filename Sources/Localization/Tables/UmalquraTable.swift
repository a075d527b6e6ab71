// A generated table: bits of the months of 30 days, from 1300 AH on. Made by UmalquraTableTests with WARTA_UPDATE_TABLES=1.
// swift-format-ignore-file

/// Lengths of months; `UmalquraCalendar` reads it.
package enum UmalquraTable {
  package static let version = "1300-1600"
  package static let rows = #"""
555 2ab 937 2b6 576 36c b55 aaa 956 49e
95d 2ba 5b5 3aa b4b a96 52e 2ad 56d b5a
752 f25 e8a d16 a56 ab5 6b4 da9 b92 b25
64b a9b 35a 6d9 5d4 da5 d4a a95 536 975
2f4 6e9 6d4 6a9 535 25d 4bd 9ba 3b4 b69
b2a a55 4ad a5d 2da 6d9 eaa e94 d2a c56
4ae a6d 56a d55 d4a a93 52b a5b 53a 6b5
ea9 d52 d29 a55 4ad 56d aea 6e4 ed1 da2
aaa 95a 2da 5b9 bb2 764 6c9 555 2ab 4db
aba 5b4 da9 d52 aa5 92d 26d 8ed 2da ad5
aa5 a4b 497 937 2b6 975 d69 d52 c95 92b
25b 4db 9d5 5d2 da5 d4a a95 54d aad 3aa
bd2 bc4 b89 a95 52d 5ad b6a 6d4 dc9 d92
aa6 956 2ae 56d 36a b55 aaa 94d 49d 95d
2ba 5b5 5aa d55 a9a 92e 26e 55d ada 6d4
6a5 b27 a4d 4ad 56d b5a 754 f49 e92 d26
a56 356 6b5 baa b92 b25 68b a9b 55a ada
5b4 da9 b52 a9a 536 276 575 af2 6d4 6a9
555 2ad 4bd 9ba 574 b69 b52 a95 52d a5d
4da ad9 6b2 e95 e2a c96 92e aad 56a d65
d4a d15 62b c5b 53a 6b5 db2 d64 d29 a55
4ad 96d aea 6e8 ed1 da4 d4a a6a 2da 5b9
b72 b68 6d1 655 4ab 95b 2ba 5b5 da9 d52
ca6 94e 46e 95d 4da ad5 aaa a4d 49b 937
4b6 975 d6a d52 aa5 94b 2ab 55b ad9 5d2
dc5 d92 b25 555 ab5 5b4 ba9 7a2 745 593
aab 4d6 9d6 5d2 ba5 b4a a95 4ad 15d 2dd
9da 5b4 5a9 52d 25b 8b7 176 56d b6a aca
a96 52b 15b 2bb 5b6 daa b94 d46 a8d 52d
a9d 55a 755 749 f13 e4a a96 556 6b5 baa
b94

"""#
}
