"""Places of today's wars with their other names, and who else is written in several ways. Data only."""

from __future__ import annotations

from index.language.wordlists import words

# One place a line: the name we use, its other names, and after the colon the country it lies in.
PLACES = """
Syria | Syrian Arab Republic | Syrian : Syria
Damascus | Dimashq : Syria
Aleppo | Halab : Syria
Homs | Hims : Syria
Hama | Hamah : Syria
Idlib | Idleb : Syria
Raqqa | Raqqah | ar-Raqqa : Syria
Deir ez-Zor | Deir Ezzor | Deir al-Zor | Deir el-Zour | Deir az-Zawr | Deir al-Zour | Dayr az-Zawr : Syria
Daraa | Deraa | Dara'a : Syria
Latakia | Lattakia : Syria
Palmyra | Tadmur | Tadmor : Syria
Kobani | Kobane | Ayn al-Arab | Ain al-Arab : Syria
Hasakah | Hasaka | Hassakeh | Hasakeh | al-Hasakah : Syria
Khan Sheikhoun | Khan Shaykhun | Khan Sheikhun | Khan Shaikhoun : Syria
Ghouta | Ghutah | Eastern Ghouta : Syria
Douma | Duma : Syria
al-Bukamal | Abu Kamal | Boukamal | Albu Kamal | Bukamal : Syria
Mayadin | Mayadeen | al-Mayadin : Syria
Ras al-Ain | Serekaniye | Ras al-Ayn : Syria
Quneitra | Qunaitra | Kuneitra : Syria
Golan | Golan Heights : Syria
Shayrat | Shairat | Ash Shairat | al-Shayrat : Syria
Hmeimim | Khmeimim | Hmeymim : Syria
Tabqa | Tabqah | al-Tabqa : Syria
Qamishli | Qamishlo | Kamishli : Syria
Manbij | Menbij : Syria
Afrin | Efrin : Syria
Tartus | Tartous : Syria
Jableh | Jabla : Syria
Sweida | Suwayda | Suweida | as-Suwayda : Syria
Azaz | A'zaz : Syria
al-Bab : Syria
Saraqeb | Saraqib : Syria
Maarat al-Numan | Maaret al-Numan | Maarrat al-Numan | Ma'arat al-Nu'man : Syria
Jarablus | Jarabulus : Syria
Qusayr | Qusair | al-Qusayr | Qousseir : Syria
Zabadani : Syria
Madaya : Syria
Jisr al-Shughur | Jisr al-Shughour | Jisr ash-Shughur | Jisr al-Shoughour : Syria
Rastan : Syria
Salamiyah | Salamiya : Syria
Iraq | Iraqi : Iraq
Baghdad : Iraq
Mosul | Mawsil : Iraq
Basra | Basrah : Iraq
Kirkuk : Iraq
Erbil | Arbil | Hewler | Irbil : Iraq
Fallujah | Falluja : Iraq
Ramadi : Iraq
Tikrit : Iraq
Sinjar | Shingal : Iraq
Najaf : Iraq
Zummar | Zumar : Iraq
Ain al-Asad | Al Asad | Ayn al-Asad : Iraq
Samarra : Iraq
Baiji | Bayji : Iraq
Dohuk | Duhok : Iraq
Sulaymaniyah | Sulaimaniya | Sulaimaniyah : Iraq
Israel | Israeli : Israel
Jerusalem | al-Quds : Israel
Tel Aviv : Israel
Haifa : Israel
Ashkelon : Israel
Sderot : Israel
Eilat : Israel
Kiryat Shmona : Israel
Gaza | Gaza Strip | Gazan : Palestine
Rafah : Palestine
Khan Younis | Khan Yunis | Khan Yunus : Palestine
Jabalia | Jabaliya : Palestine
Deir al-Balah | Deir el-Balah : Palestine
West Bank : Palestine
Ramallah : Palestine
Jenin : Palestine
Nablus : Palestine
Hebron | al-Khalil : Palestine
Palestine | Palestinian : Palestine
Gaza City : Palestine
Beit Hanoun : Palestine
Beit Lahia | Beit Lahiya : Palestine
Nuseirat | Nusseirat : Palestine
Bureij : Palestine
Tulkarm | Tulkarem : Palestine
Bethlehem : Palestine
Lebanon | Lebanese : Lebanon
Beirut | Bayrut : Lebanon
Dahieh | Dahiyeh | Dahiya : Lebanon
Tyre | Sour : Lebanon
Nabatieh | Nabatiyeh : Lebanon
Sidon : Lebanon
Baalbek : Lebanon
Bint Jbeil | Bint Jubayl : Lebanon
Iran | Iranian : Iran
Tehran | Teheran : Iran
Isfahan | Esfahan : Iran
Natanz : Iran
Fordow | Fordo : Iran
Bushehr : Iran
Mashhad : Iran
Tabriz : Iran
Shiraz : Iran
Bandar Abbas : Iran
Yemen | Yemeni : Yemen
Sanaa | Sana'a : Yemen
Aden : Yemen
Hodeidah | Hudaydah | Hodeida : Yemen
Marib | Ma'rib : Yemen
Taiz | Taizz : Yemen
Saudi Arabia | Saudi : Saudi Arabia
Jordan | Jordanian : Jordan
Turkey | Türkiye | Turkish : Turkey
Ankara : Turkey
Istanbul : Turkey
Gaziantep : Turkey
Ukraine | Ukrainian : Ukraine
Kyiv | Kiev : Ukraine
Kharkiv | Kharkov : Ukraine
Odesa | Odessa : Ukraine
Dnipro | Dnepr | Dnipropetrovsk : Ukraine
Zaporizhzhia | Zaporozhye | Zaporizhzhya : Ukraine
Mykolaiv | Nikolaev : Ukraine
Lviv | Lvov : Ukraine
Kherson : Ukraine
Donetsk : Ukraine
Luhansk | Lugansk : Ukraine
Donbas | Donbass : Ukraine
Bakhmut | Artyomovsk : Ukraine
Avdiivka | Avdeevka | Avdeyevka : Ukraine
Pokrovsk | Krasnoarmeysk : Ukraine
Mariupol : Ukraine
Chernihiv | Chernigov : Ukraine
Crimea | Krym | Crimean : Ukraine
Sevastopol : Ukraine
Sumy : Ukraine
Kupiansk | Kupyansk : Ukraine
Izium | Izyum : Ukraine
Kramatorsk : Ukraine
Sloviansk | Slavyansk | Slovyansk : Ukraine
Toretsk : Ukraine
Chasiv Yar | Chasov Yar : Ukraine
Vuhledar | Ugledar : Ukraine
Kostiantynivka | Konstantinovka : Ukraine
Enerhodar | Energodar : Ukraine
Melitopol : Ukraine
Berdiansk | Berdyansk : Ukraine
Kryvyi Rih | Krivoy Rog | Kryvyy Rih : Ukraine
Nikopol : Ukraine
Poltava : Ukraine
Russia | Russian | Russian Federation : Russia
Moscow : Russia
Kursk : Russia
Belgorod | Bilhorod : Russia
Rostov-on-Don | Rostov : Russia
Bryansk : Russia
Voronezh : Russia
Sudan | Sudanese : Sudan
Khartoum : Sudan
Omdurman : Sudan
El Fasher | al-Fashir | El-Fashir : Sudan
Darfur : Sudan
Nyala : Sudan
Port Sudan : Sudan
El Geneina | Geneina | al-Geneina | al-Junaynah : Sudan
El Obeid | al-Obeid | al-Ubayyid : Sudan
Wad Madani | Wad Medani : Sudan
Kordofan | North Kordofan | South Kordofan | West Kordofan : Sudan
Zamzam : Sudan
South Sudan : South Sudan
Juba : South Sudan
Ethiopia | Ethiopian : Ethiopia
Tigray | Tigrayan : Ethiopia
Amhara : Ethiopia
Addis Ababa : Ethiopia
Mekelle | Mekele : Ethiopia
Somalia | Somali : Somalia
Mogadishu : Somalia
Kismayo : Somalia
Libya | Libyan : Libya
Tripoli : Libya
Benghazi : Libya
Misrata : Libya
Sirte : Libya
Mali | Malian : Mali
Bamako : Mali
Timbuktu : Mali
Kidal : Mali
Niger : Niger
Burkina Faso | Burkinabe : Burkina Faso
Nigeria | Nigerian : Nigeria
Maiduguri : Nigeria
Borno : Nigeria
Democratic Republic of the Congo | DRC | DR Congo | Congolese : DR Congo
Goma : DR Congo
Bukavu : DR Congo
Kivu | North Kivu | South Kivu : DR Congo
Kinshasa : DR Congo
Bunia : DR Congo
Ituri : DR Congo
Uvira : DR Congo
Afghanistan | Afghan : Afghanistan
Kabul : Afghanistan
Kandahar | Qandahar : Afghanistan
Helmand : Afghanistan
Kunduz | Konduz : Afghanistan
Herat : Afghanistan
Jalalabad : Afghanistan
Mazar-i-Sharif : Afghanistan
Pakistan | Pakistani : Pakistan
Peshawar : Pakistan
Islamabad : Pakistan
Quetta : Pakistan
Balochistan | Baluchistan : Pakistan
Kashmir : Kashmir
Myanmar | Burma | Burmese : Myanmar
Rakhine | Arakan : Myanmar
Naypyidaw | Nay Pyi Taw : Myanmar
Mandalay : Myanmar
Lashio : Myanmar
Myawaddy : Myanmar
Sagaing : Myanmar
Kachin : Myanmar
Armenia | Armenian : Armenia
Azerbaijan | Azerbaijani | Azeri : Azerbaijan
Nagorno-Karabakh | Karabakh | Artsakh : Azerbaijan
Stepanakert | Khankendi : Azerbaijan
Georgia | Georgian : Georgia
Chad | Chadian : Chad
Cameroon | Cameroonian : Cameroon
Central African Republic : Central African Republic
Mozambique | Mozambican : Mozambique
Cabo Delgado : Mozambique
Kenya | Kenyan : Kenya
Uganda | Ugandan : Uganda
Rwanda | Rwandan : Rwanda
Burundi | Burundian : Burundi
Eritrea | Eritrean : Eritrea
Colombia | Colombian : Colombia
Haiti | Haitian : Haiti
Port-au-Prince : Haiti
Egypt | Egyptian : Egypt
Cairo : Egypt
Sinai : Egypt
Red Sea : Yemen
Saada | Saadah | Sa'dah : Yemen
"""

# A government is called by its capital, too.
CAPITALS = words(
    "damascus baghdad moscow tehran kyiv jerusalem beirut cairo kabul sanaa khartoum tripoli mogadishu ankara islamabad"
    " kinshasa bamako juba"
)

# What is meant by another name: groups, states by their capital, organisations by their letters, parts of the world.
OTHERS = """
Islamic State | ISIS | ISIL | IS | Daesh | Da'esh | Islamic State of Iraq and Syria
Nusra Front | Jabhat al-Nusra | al-Nusra | al-Nusra Front | Fateh al-Sham | Jabhat Fateh al-Sham
Hezbollah | Hizbollah | Hizballah | Hezballah | Hizbullah
Houthis | Houthi | Ansar Allah | Ansarallah
Hamas
al-Qaeda | Al Qaeda | al-Qaida | Al-Qaeda
Syrian Democratic Forces | SDF
Syrian Observatory for Human Rights | SOHR | the Observatory
Free Syrian Army | FSA
Rapid Support Forces | RSF
Sudanese Armed Forces | SAF
Israel Defense Forces | IDF | Israel Defence Forces | Israeli military | Israeli army
United States | US | U.S. | USA | America | American | Americans | Washington
United Nations | UN | U.N.
United Kingdom | UK | U.K. | Britain | British
World Health Organization | WHO | World Health Organisation
Doctors Without Borders | MSF | Médecins Sans Frontières
Bashar al-Assad | Assad
Prime Minister | PM
European Union | EU
Kurdistan Workers' Party | PKK
Islamic Revolutionary Guard Corps | IRGC | Revolutionary Guards | Pasdaran
Popular Mobilization Forces | PMF | Hashd al-Shaabi
Middle East | Mideast | Middle Eastern | Near East
Europe | European
Africa | African
Asia | Asian
Sahel
Balkans | Balkan
Caucasus
Persian Gulf | Arabian Gulf | the Gulf | Gulf states
"""
