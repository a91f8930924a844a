/**
 * Names of people who do not exist: first names from many places, surnames that are birds, trees and
 * plants, so that nobody takes them for somebody real.
 */
export const FIRST_NAMES = [
  ...['Aisha', 'Alan', 'Amara', 'Andrzej', 'Anita', 'Arjun', 'Beatriz', 'Ben', 'Bronwen', 'Carlos'],
  ...['Catherine', 'Chidi', 'Chloe', 'Dafydd', 'Daniel', 'Deborah', 'Dev', 'Elif', 'Emeka'],
  ...['Esther', 'Farah', 'Fiona', 'Francesca', 'Gareth', 'Grace', 'Graham', 'Gurpreet', 'Hana'],
  ...['Harriet', 'Hassan', 'Helen', 'Ibrahim', 'Imogen', 'Ines', 'Isaac', 'Jamal', 'Janet', 'Jia'],
  ...['Joanna', 'Jonathan', 'Josephine', 'Kamal', 'Karen', 'Kwame', 'Laura', 'Leila', 'Liam'],
  ...['Lucy', 'Magdalena', 'Marcus', 'Maria', 'Martin', 'Maryam', 'Mei', 'Michael', 'Miriam'],
  ...['Mohammed', 'Nadia', 'Naomi', 'Neil', 'Ngozi', 'Nia', 'Oliver', 'Olu', 'Paul', 'Pauline'],
  ...['Peter', 'Philippa', 'Priya', 'Rachel', 'Rahul', 'Rebecca', 'Rhys', 'Robert', 'Rosa'],
  ...['Ruth', 'Samira', 'Sanjay', 'Sarah', 'Sean', 'Shanice', 'Simon', 'Siobhan', 'Sofia'],
  ...['Stephen', 'Sunita', 'Susan', 'Tariq', 'Thandi', 'Theo', 'Tomasz', 'Tunde', 'Valerie'],
  ...['Victoria', 'William', 'Winston', 'Yasmin', 'Yusuf', 'Zainab', 'Zara', 'Zoe'],
];

export const SURNAMES = [
  ...['Alder', 'Aspen', 'Avocet', 'Bilberry', 'Bittern', 'Blackthorn', 'Bluebell', 'Bramble'],
  ...['Brambling', 'Bullrush', 'Bunting', 'Buzzard', 'Chiffchaff', 'Clover', 'Cormorant'],
  ...['Cowslip', 'Curlew', 'Dipper', 'Dotterel', 'Dunnock', 'Elderflower', 'Fieldfare'],
  ...['Firecrest', 'Foxglove', 'Gannet', 'Goldcrest', 'Goldfinch', 'Goosander', 'Greenfinch'],
  ...['Guelder', 'Harebell', 'Hawfinch', 'Hawthorn', 'Heather', 'Honeysuckle', 'Hornbeam'],
  ...['Juniper', 'Kestrel', 'Kingfisher', 'Kittiwake', 'Lapwing', 'Larkspur', 'Linden', 'Linnet'],
  ...['Magpie', 'Mallow', 'Meadowsweet', 'Merlin', 'Moorhen', 'Nightingale', 'Nuthatch'],
  ...['Osprey', 'Ouzel', 'Oystercatcher', 'Peregrine', 'Petrel', 'Pimpernel', 'Pintail', 'Pipit'],
  ...['Plover', 'Pochard', 'Primrose', 'Ptarmigan', 'Puffin', 'Redpoll', 'Redshank', 'Redstart'],
  ...['Redwing', 'Rowan', 'Ruddock', 'Sandpiper', 'Saxifrage', 'Sedge', 'Serin', 'Shearwater'],
  ...['Shelduck', 'Shrike', 'Siskin', 'Skylark', 'Snowdrop', 'Sorrel', 'Spindle', 'Starling'],
  ...['Stonechat', 'Swallow', 'Sycamore', 'Tansy', 'Teasel', 'Thistle', 'Thrush', 'Treecreeper'],
  ...['Turnstone', 'Twayblade', 'Wagtail', 'Warbler', 'Waxwing', 'Wheatear', 'Whimbrel'],
  ...['Whinchat', 'Willow', 'Woodcock', 'Woodlark', 'Woodruff', 'Yarrow', 'Yellowhammer'],
];
